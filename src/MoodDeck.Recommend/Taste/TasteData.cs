namespace MoodDeck.Recommend.Taste;

/// <summary>Lessons as the chains read them: names as numbers, likelihoods as tables.</summary>
internal sealed class TasteData
{
    // What is spoken of without a mood is taken to suit one fairly.
    private const double FitUnasked = 0.6;
    private readonly List<Row> _rows = [];

    public int Count => _rows.Count;

    public EffectNames Genres { get; } = new();

    public EffectNames Artists { get; } = new();

    public EffectNames Languages { get; } = new();

    public Row this[int i] => _rows[i];

    public void Add(Lesson lesson) => _rows.Add(new(
        lesson.Wanted, lesson.MayLean, lesson.Track, Genres.Take(lesson.Genre), Artists.Take(lesson.Artist), Languages.Take(lesson.Language),
        lesson.IsNewArtist, lesson.Fatigue, new(lesson.Outcome)));

    public void ForgetOldest()
    {
        var row = _rows[0];
        Genres.Release(row.Genre);
        Artists.Release(row.Artist);
        Languages.Release(row.Language);
        _rows.RemoveAt(0);
    }

    /// <summary>One lesson; a number of -1 stands for an unknown name.</summary>
    internal sealed record Row(
        MoodPlace? Wanted, bool MayLean, MoodPlace Track, int Genre, int Artist, int Language, bool IsNewArtist, double Fatigue, OutcomeLikelihood Likelihood)
    {
        /// <summary>Satisfaction but for taste.</summary>
        public double WithoutTaste(in Leading leading) =>
            (leading.MoodWeight * (Wanted is { } wanted ? leading.Fit(wanted, Track, MayLean) : FitUnasked))
            + (IsNewArtist ? leading.NoveltyWeight : 0) - (leading.FatigueWeight * Fatigue);
    }
}
