namespace MoodDeck.Recommend;

/// <summary>
/// Finds the rows a queue is built from: for up to <see cref="MaxStations"/> moods along the path, the best rows that pass
/// the filters. One pass over the index, whatever the length of the queue.
/// </summary>
internal sealed class CandidateScan
{
    private const int MaxStations = 8;
    private const int RowsPerStation = 1024;
    private const float FittingScore = 0.5f;

    private readonly TrackIndex _index;
    private readonly TrackFilter _filter;
    private readonly Scorer[] _stations;

    public CandidateScan(TrackIndex index, RecommendationRequest request, TrackFilter filter, MoodPath path)
    {
        _index = index;
        _filter = filter;
        var stations = path.Walks ? Math.Min(MaxStations, request.Limit) : 1;
        _stations = [.. Enumerable.Range(0, stations).Select(i => new Scorer(index, path.At(i, stations), request))];
        Census = new(index);
    }

    /// <summary>What the filters let through; complete after <see cref="Run"/>.</summary>
    public FilterCensus Census { get; }

    /// <summary>Rows good for a queue of <paramref name="limit"/>, one for each song.</summary>
    public int[] Run(int limit)
    {
        var best = _stations.Select(_ => new PriorityQueue<int, (float, int)>()).ToArray();
        for (var row = 0; row < _index.Count; row++)
        {
            if (_filter.Excludes(row)) continue;
            var failed = _filter.Failed(row);
            Census.Count(row, failed, Fits);
            if (failed != FilterKinds.None) continue;
            for (var i = 0; i < best.Length; i++) Keep(best[i], row, _stations[i].Rank(row));
        }

        var rows = OnePerSong(best.SelectMany(b => b.UnorderedItems.Select(item => item.Element)));
        // The best rows may all be by one artist; then the variety has to come from further down.
        return Census.Passing <= rows.Length || ArtistSpacing.Allows(_index, rows, limit) ? rows : Varied(limit);
    }

    private bool Fits(int row) => _stations[^1].Score(row) >= FittingScore;

    private static void Keep(PriorityQueue<int, (float, int)> best, int row, float rank)
    {
        if (best.Count < RowsPerStation) best.Enqueue(row, (rank, -row));
        else if (best.TryPeek(out _, out var worst) && rank > worst.Item1) best.EnqueueDequeue(row, (rank, -row));
    }

    private int[] Varied(int limit)
    {
        var passing = Enumerable.Range(0, _index.Count)
            .Where(row => !_filter.Excludes(row) && _filter.Failed(row) == FilterKinds.None)
            .OrderByDescending(row => _stations.Max(s => s.Rank(row))).ThenBy(row => row);
        var most = ArtistSpacing.MostOfOneArtist(limit);
        var taken = new int[_index.Artists.ValueCount];
        return [.. OnePerSong(passing)
            .Where(row => _index.Artists[row] == 0 || taken[_index.Artists[row]]++ < most)
            .Take(_stations.Length * RowsPerStation)];
    }

    // The same song may be a file here, a row of the starter catalogue and one of an imported table.
    private int[] OnePerSong(IEnumerable<int> rows)
    {
        var bySong = new Dictionary<ulong, int>();
        foreach (var row in rows)
        {
            var song = _index.SongOf(row);
            if (!bySong.TryGetValue(song, out var other) || Better(row, other)) bySong[song] = row;
        }

        return [.. bySong.Values.Order()];
    }

    private bool Better(int row, int other)
    {
        if (_index.IsPlayable(row) != _index.IsPlayable(other)) return _index.IsPlayable(row);
        var (mine, theirs) = (Spread(row), Spread(other));
        return mine < theirs || (mine.Equals(theirs) && row < other);
    }

    private double Spread(int row)
    {
        var sigma = _index.MoodOf(row).Sigma;
        return sigma.Valence + sigma.Arousal;
    }
}
