namespace MoodDeck.Recommend.Taste;

/// <summary>
/// What a listener's lessons say of them: not one answer but <see cref="Hypotheses"/> of them, drawn from the posterior of a Bayesian model
/// (see <see cref="Leading"/> for it and <see cref="OutcomeLikelihood"/> for what is observed) by Markov chains that move on with every
/// lesson. Choosing by their mean, and a little by how much they differ, is an upper confidence bound over draws from the posterior (Bayes-UCB:
/// Kaufmann, Cappe and Garivier 2012). The same lessons taken in the same way give the same model. Safe for concurrent use.
/// </summary>
public sealed class TasteModel
{
    /// <summary>How many hypotheses there are.</summary>
    public const int Hypotheses = 16;

    /// <summary>So many lessons are remembered; the oldest go first, for tastes change.</summary>
    public const int MostLessons = 500;

    // A long memory is taken in by so many portions, with so many moves after each, instead of one move for each lesson.
    private const int Portions = 32;

    // Names of forgotten lessons keep their numbers; when there are so many a model made anew is smaller.
    private const int MostNames = 4 * MostLessons;
    private const int MovesOfPortion = 3;

    // Figures of sixteen draws change visibly from one drawing to the next.
    private const int ShownHypotheses = 64;

    private readonly Lock _gate = new();
    private readonly TasteData _data = new();
    private readonly TasteChain[] _chains;
    private TasteSnapshot? _snapshot;

    /// <summary>A model that knows nothing yet.</summary>
    public TasteModel()
        : this(Hypotheses)
    {
    }

    private TasteModel(int hypotheses)
    {
        var seeds = new GaussianRandom(1);
        _chains = [.. Enumerable.Range(0, hypotheses).Select(_ => new TasteChain(_data, (ulong)(seeds.Open() * ulong.MaxValue)))];
    }

    /// <summary>The model of lessons learnt before, oldest first; of more than <see cref="MostLessons"/> the last.</summary>
    public static TasteModel Of(IReadOnlyList<Lesson> lessons) => Of(lessons, Hypotheses);

    /// <summary>
    /// What lessons say in plain figures: the mean of more hypotheses than are chosen by, made of nothing but the lessons, so that whoever asks
    /// is told the same.
    /// </summary>
    public static TasteProfile ProfileOf(IReadOnlyList<Lesson> lessons) => Of(lessons, ShownHypotheses).Snapshot().Profile();

    private static TasteModel Of(IReadOnlyList<Lesson> lessons, int hypotheses)
    {
        ArgumentNullException.ThrowIfNull(lessons);
        var model = new TasteModel(hypotheses);
        var last = lessons.Skip(lessons.Count - MostLessons).ToList();
        foreach (var portion in last.Chunk(Math.Max(1, (last.Count + Portions - 1) / Portions)))
        {
            foreach (var lesson in portion) model._data.Add(lesson);
            model.Move(MovesOfPortion);
        }

        return model;
    }

    /// <summary>Whether most of what it holds room for was forgotten, so that one made anew from the same lessons would be smaller.</summary>
    public bool IsWorn => _data.Artists.Count > MostNames;

    /// <summary>Takes one lesson in.</summary>
    public void Learn(Lesson lesson)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        lock (_gate)
        {
            if (_data.Count >= MostLessons) _data.ForgetOldest();
            _data.Add(lesson);
            Move(1);
            _snapshot = null;
        }
    }

    /// <summary>What it knows now; does not change afterwards.</summary>
    public TasteSnapshot Snapshot()
    {
        lock (_gate)
            return _snapshot ??= new(_data, _chains);
    }

    private void Move(int moves)
    {
        foreach (var chain in _chains) chain.Move(moves);
    }
}
