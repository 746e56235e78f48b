namespace MoodDeck.Recommend.Taste;

/// <summary>What a <see cref="TasteModel"/> knew at one time. Immutable.</summary>
public sealed class TasteSnapshot
{
    private readonly Leading[] _leading;
    private readonly TasteEffects[] _effects;
    private readonly Dictionary<string, int> _genres, _artists, _languages;
    private readonly int[] _artistLessons, _genreLessons, _languageLessons;

    internal TasteSnapshot(TasteData data, TasteChain[] chains)
    {
        Lessons = data.Count;
        _leading = [.. chains.Select(c => c.Leading)];
        _effects = [.. chains.Select(c => c.Effects.Still())];
        (_genres, _artists, _languages) = (data.Genres.Known(), data.Artists.Known(), data.Languages.Known());
        (_genreLessons, _artistLessons, _languageLessons) = (Counts(data.Genres), Counts(data.Artists), Counts(data.Languages));
    }

    /// <summary>How many lessons it is made from.</summary>
    public int Lessons { get; }

    internal ReadOnlySpan<Leading> Leading => _leading;

    internal IReadOnlyDictionary<string, int> Genres => _genres;

    internal IReadOnlyDictionary<string, int> Artists => _artists;

    internal IReadOnlyDictionary<string, int> Languages => _languages;

    /// <summary>The taste of one hypothesis for a track of these numbers; -1 stands for one of which nothing is known.</summary>
    internal double Taste(int hypothesis, int genre, int artist, int language) => _effects[hypothesis].Taste(genre, artist, language);

    /// <summary>What it says in plain figures.</summary>
    public TasteProfile Profile() => new()
    {
        Lessons = Lessons,
        MoodWeight = Mean(l => l.MoodWeight),
        TasteWeight = Mean(l => l.TasteWeight),
        NoveltyWeight = Mean(l => l.NoveltyWeight),
        FatigueWeight = Mean(l => l.FatigueWeight),
        Pull = Mean(l => l.Pull),
        GoalValence = Goal(l => l.GoalOfValence),
        GoalArousal = Goal(l => l.GoalOfArousal),
        Width = Mean(l => Math.Sqrt(l.WidthSquared)),
        Artists = Tastes(_artists, _artistLessons, (j, n) => _effects[j].Taste(-1, n, -1)),
        Genres = Tastes(_genres, _genreLessons, (j, n) => _effects[j].Taste(n, -1, -1)),
        Languages = Tastes(_languages, _languageLessons, (j, n) => _effects[j].Taste(-1, -1, n)),
    };

    private static int[] Counts(EffectNames names) => [.. Enumerable.Range(0, names.Count).Select(names.LessonsOf)];

    // Of the hypotheses that lead anywhere, by how far they lead; of all where none does.
    private double Goal(Func<Leading, double> of)
    {
        var pull = Mean(l => l.Pull);
        return Math.Clamp(pull > 0 ? Mean(l => l.Pull * of(l)) / pull : Mean(of), -1, 1);
    }

    private double Mean(Func<Leading, double> of) => _leading.Average(of);

    private IReadOnlyList<NamedTaste> Tastes(Dictionary<string, int> names, int[] lessons, Func<int, int, double> taste) =>
    [.. names.Select(name =>
    {
        var draws = Enumerable.Range(0, _effects.Length).Select(j => (2 * taste(j, name.Value)) - 1).ToArray();
        var mean = draws.Average();
        return new NamedTaste(name.Key, mean, Math.Sqrt(draws.Average(d => (d - mean) * (d - mean))), lessons[name.Value]);
    }).OrderByDescending(t => t.Liking).ThenBy(t => t.Name, StringComparer.Ordinal)];
}
