namespace MoodDeck.Recommend.Stations;

/// <summary>
/// Where the tracks of known mood lie on the plane of valence and arousal: each of them, or for a large catalogue how many
/// there are in each field of a grid.
/// </summary>
public sealed class StationMap
{
    /// <summary>Up to so many tracks are told one by one.</summary>
    public const int MostPoints = 20_000;

    /// <summary>Fields of the grid along either axis.</summary>
    public const int GridSize = 128;

    // In so many places at most one song is looked for.
    private const int MostCopies = 8;

    private StationMap(int total, int playable, IReadOnlyList<int>? points, IReadOnlyList<int>? counts) =>
        (Total, Playable, Points, Counts) = (total, playable, points, counts);

    /// <summary>Tracks whose mood is known.</summary>
    public int Total { get; }

    /// <summary>Those of them that play here.</summary>
    public int Playable { get; }

    /// <summary>Valence and arousal of each in turn, in hundredths, those that play here first; null where there are too many.</summary>
    public IReadOnlyList<int>? Points { get; }

    /// <summary>
    /// How many lie in each field, row by row from arousal -1, each row from valence -1; null where <see cref="Points"/> tells them.
    /// </summary>
    public IReadOnlyList<int>? Counts { get; }

    /// <summary>The map of an index.</summary>
    public static StationMap Of(TrackIndex index, int mostPoints = MostPoints)
    {
        ArgumentNullException.ThrowIfNull(index);
        var (total, playable) = (0, 0);
        for (var row = 0; row < index.Count; row++)
        {
            if (!index.MoodOf(row).IsKnown) continue;
            total++;
            if (index.IsPlayable(row)) playable++;
        }

        return total <= mostPoints ? new(total, playable, Tell(index), null) : new(total, playable, null, Count(index));
    }

    /// <summary>The rows of known mood nearest to a point of the plane, nearest first; of one song only one.</summary>
    public static IReadOnlyList<int> Nearest(TrackIndex index, double valence, double arousal, int limit)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return [.. NearestRows.Of(index, valence, arousal, limit * MostCopies).DistinctBy(index.SongOf).Take(limit)];
    }

    private static int[] Tell(TrackIndex index) =>
    [
        .. from plays in (bool[])[true, false]
           from row in Enumerable.Range(0, index.Count)
           where index.IsPlayable(row) == plays && index.MoodOf(row).IsKnown
           let place = index.MoodOf(row).Mean
           from x in (int[])[Hundredths(place.Valence), Hundredths(place.Arousal)]
           select x,
    ];

    private static int[] Count(TrackIndex index)
    {
        var counts = new int[GridSize * GridSize];
        for (var row = 0; row < index.Count; row++)
            if (index.MoodOf(row) is { IsKnown: true, Mean: var place }) counts[(Field(place.Arousal) * GridSize) + Field(place.Valence)]++;
        return counts;
    }

    private static int Field(double x) => Math.Clamp((int)((x + 1) / 2 * GridSize), 0, GridSize - 1);

    private static int Hundredths(double x) => (int)Math.Round(x * 100);
}
