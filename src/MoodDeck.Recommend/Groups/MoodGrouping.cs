namespace MoodDeck.Recommend.Groups;

/// <summary>
/// Finds a library's own mood groups: k-means over moods and sounds (<see cref="GroupSpace"/>), each track counted as surely as its
/// mood is known, the number of groups chosen by the mean silhouette. K-means rather than a mixture of Gaussians, since every
/// track then belongs to one station, and since the silhouette judges by the same distances. Deterministic.
/// </summary>
public sealed class MoodGrouping
{
    /// <summary>The fewest groups that can be asked for.</summary>
    public const int Fewest = 2;

    /// <summary>The most.</summary>
    public const int Most = 12;

    /// <summary>Groups are found by at most so many tracks.</summary>
    public const int MostSampled = 20_000;

    // The number of groups is chosen by so many: a silhouette compares each with each.
    private const int Judged = 2000;
    private const int Seed = 1;

    // A group smaller than this on average would be a handful of songs, not a mood of the library.
    private const int LeastMean = 8;

    private readonly TrackIndex _index;
    private readonly int _known;

    /// <summary>Chooses the sample of an index.</summary>
    public MoodGrouping(TrackIndex index, int mostSampled = MostSampled)
    {
        ArgumentNullException.ThrowIfNull(index);
        _index = index;
        // Algorithm R (Vitter 1985).
        var random = new Random(Seed);
        var sample = new List<int>();
        for (var row = 0; row < index.Count; row++)
        {
            if (!index.MoodOf(row).IsKnown) continue;
            _known++;
            if (sample.Count < mostSampled) sample.Add(row);
            else if (random.Next(_known) is var place && place < mostSampled) sample[place] = row;
        }

        SampledRows = sample;
    }

    /// <summary>The rows the groups are found by, whose sound is worth knowing.</summary>
    public IReadOnlyList<int> SampledRows { get; }

    /// <summary>Finds the groups.</summary>
    /// <param name="toneOf">How a sampled row sounds; null for one that nobody listened to.</param>
    /// <param name="count">How many groups, <see cref="Fewest"/> to <see cref="Most"/>; null for as many as the silhouette likes best.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer or more are asked for.</exception>
    public MoodGroups Find(Func<int, TrackTone?> toneOf, int? count = null)
    {
        ArgumentNullException.ThrowIfNull(toneOf);
        if (count is < Fewest or > Most) throw new ArgumentOutOfRangeException(nameof(count), count, $"Expected {Fewest} to {Most} groups.");
        var sample = SampledRows.Select(row => (Mood: _index.MoodOf(row), Tone: toneOf(row))).ToList();
        var space = new GroupSpace(sample);
        List<float[]> points = [.. sample.Select(s => space.Place(s.Mood, s.Tone))];
        List<float> weights = [.. sample.Select(s => GroupSpace.Weight(s.Mood))];

        var (judged, judgedWeights) = (points.Take(Judged).ToList(), weights.Take(Judged).ToList());
        if (points.Count > Judged) (judged, judgedWeights) = ([.. Spread(points)], [.. Spread(weights)]);
        var chosen = count ?? Best(judged, judgedWeights);
        var centres = points.Count == 0 ? [] : KMeans.Fit(points, weights, chosen, Seed);
        var silhouette = centres.Length < 2 ? 0 : Silhouette.Mean(judged, [.. judged.Select(p => KMeans.Nearest(p, centres))], centres.Length);
        return new GroupDescriber(_index, space, centres).Describe(_known, SampledRows, sample, silhouette);
    }

    private static int Best(List<float[]> points, List<float> weights) => Enumerable.Range(Fewest, Most - Fewest + 1)
        .Where(k => points.Count >= k * LeastMean)
        .Select(k => (Count: k, Centres: KMeans.Fit(points, weights, k, Seed)))
        .Where(f => f.Centres.Length == f.Count)
        .Select(f => (f.Count, Mean: Silhouette.Mean(points, [.. points.Select(p => KMeans.Nearest(p, f.Centres))], f.Count)))
        .OrderByDescending(f => f.Mean).ThenBy(f => f.Count)
        .Select(f => f.Count)
        .FirstOrDefault(1);

    // Evenly over the sample, which has the order of the catalogue.
    private static IEnumerable<T> Spread<T>(List<T> all) => Enumerable.Range(0, Judged).Select(i => all[(int)((long)i * all.Count / Judged)]);
}
