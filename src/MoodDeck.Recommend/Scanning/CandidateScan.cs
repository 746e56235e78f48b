using MoodDeck.Recommend.Columns;

namespace MoodDeck.Recommend.Scanning;

/// <summary>
/// Finds the rows a queue is built from: for up to <see cref="MaxStations"/> moods along the path, the best rows that pass the filters.
/// Blocks of rows are looked at in the order of what their best row could reach, until none could be good enough: the rows found are
/// those that looking at every row would find.
/// </summary>
internal sealed class CandidateScan
{
    // Moods nearer to each other than an eighth of the way have nearly the same best rows.
    private const int MaxStations = 8;

    // For each place of the queue there are so many to choose from by what goes before and after, but never fewer than some at each mood.
    private const int RowsPerPlace = 16, FewestPerStation = 64;

    // Blocks are looked at by the order of so many steps between the highest bound and the lowest that matters.
    private const int Steps = 256;

    // So few rows of a block that pass cost less one by one than all of its rows do at once.
    private const int MostOneByOne = 16;

    private readonly TrackIndex _index;
    private readonly TrackFilter _filter;
    private readonly RowScorer[] _stations;
    private readonly SpecialRows _special;
    private readonly HighestTerms _highest;
    private readonly PassingRows _passing;
    private readonly int _limit;
    private readonly float[] _bounds, _ranks = new float[Blocks.Size];
    private readonly int[] _order;

    public CandidateScan(TrackIndex index, RecommendationRequest request, RankTerms terms, TrackFilter filter, MoodPath path)
    {
        (_index, _filter, _limit) = (index, filter, request.Limit);
        var stations = path.Walks ? Math.Min(MaxStations, request.Limit) : 1;
        _stations = [.. Enumerable.Range(0, stations).Select(i => new RowScorer(index, path.At(i * (request.Limit - 1) / Math.Max(1, stations - 1)), terms))];
        _special = new(index, terms);
        _highest = HighestTerms.Of(terms, filter, _special.MostOfOtherArtists);
        _passing = new(index, filter);
        _bounds = new float[index.Columns.Blocks.Lowest[0].Length];
        _order = new int[index.Columns.Blocks.Count];
    }

    /// <summary>Rows good for the queue, one for each song.</summary>
    public int[] Run()
    {
        var most = Math.Max(FewestPerStation, RowsPerPlace * _limit / _stations.Length);
        // Of one artist no more than a queue has room for, twice over since some may be the same song from two sources.
        var rows = OnePerSong(Best(most, 2 * ArtistSpacing.MostOfOneArtist(_limit), out var leftOut));
        if (!leftOut || ArtistSpacing.Allows(_index, rows, _limit)) return rows;
        // There are so few artists that one has to come again sooner.
        return OnePerSong(rows.Concat(Best(most, int.MaxValue, out _)).Distinct());
    }

    private IEnumerable<int> Best(int most, int mostOfArtist, out bool leftOut)
    {
        leftOut = false;
        var found = new List<int>();
        foreach (var station in _stations)
        {
            var best = new BestRows(_index, most, mostOfArtist);
            if (_filter.Narrow is { } narrow) Rank(station, narrow, best);
            else
            {
                Rank(station, _special.Rows, best);
                Rank(station, best);
            }

            found.AddRange(best.Take());
            leftOut |= best.LeftOutForArtist;
        }

        return found.Distinct();
    }

    private void Rank(RowScorer station, ReadOnlySpan<int> rows, BestRows best)
    {
        foreach (var row in rows)
            if (_filter.Passes(row) && !_filter.Excludes(row)) best.Offer(row, station.Rank(row));
    }

    private void Rank(RowScorer station, BestRows best)
    {
        station.Bound(_bounds, _highest);
        foreach (var block in ByBound())
        {
            if (_bounds[block] <= best.Threshold) continue;
            var passing = _passing.CountIn(block);
            if (passing == 0) continue;
            var start = block * Blocks.Size;
            var count = Math.Min(Blocks.Size, _index.Count - start);
            if (passing > MostOneByOne) station.Fill(block, _ranks);
            else
                for (var i = 0; i < count; i++)
                    if (_passing.Passes(block, i)) _ranks[i] = station.Rank(start + i);
            foreach (var row in _special.In(block)) _ranks[row - start] = float.NegativeInfinity;
            for (var i = 0; i < count; i++)
                if (_ranks[i] > best.Threshold && _passing.Passes(block, i)) best.Offer(start + i, _ranks[i]);
            best.Refresh();
        }
    }

    // Highest first, to a step; a counting sort.
    private ReadOnlySpan<int> ByBound()
    {
        var bounds = _bounds.AsSpan(0, _order.Length);
        if (bounds.Length == 0) return [];
        var (low, high) = (bounds[0], bounds[0]);
        foreach (var bound in bounds) (low, high) = (Math.Min(low, bound), Math.Max(high, bound));
        var scale = high > low ? (Steps - 1) / (high - low) : 0;
        Span<int> next = stackalloc int[Steps + 1];
        next.Clear();
        foreach (var bound in bounds) next[(int)((high - bound) * scale) + 1]++;
        for (var i = 0; i < Steps; i++) next[i + 1] += next[i];
        for (var block = 0; block < bounds.Length; block++) _order[next[(int)((high - bounds[block]) * scale)]++] = block;
        return _order;
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
