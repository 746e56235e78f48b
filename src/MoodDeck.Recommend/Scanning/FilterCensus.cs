using MoodDeck.Core.Music;

namespace MoodDeck.Recommend.Scanning;

/// <summary>
/// What the filters let through, and what one filter less would. Counted when it is asked for: only an answer that comes up short has
/// to say it.
/// </summary>
/// <param name="index">What is counted.</param>
/// <param name="filter">The filters.</param>
/// <param name="fits">Whether the mood of a row would do.</param>
internal sealed class FilterCensus(TrackIndex index, TrackFilter filter, Func<int, bool> fits)
{
    private readonly Dictionary<(FilterKinds Filter, TrackSource Source, int Language), (int All, int Fitting)> _playableKeptOut = [];
    private (int All, int Passing)? _playable;

    /// <summary>Tracks that pass every filter and play here.</summary>
    public int PassingPlayable => CountPlayable().Passing;

    /// <summary>Tracks that play here, filters or not.</summary>
    public int Playable => CountPlayable().All;

    /// <summary>The filter whose loss would let most tracks in, with how many would pass then; null when none would.</summary>
    public (FilterKinds Filter, int Passing)? BestToLoosen()
    {
        Span<int> failing = stackalloc int[16];
        failing.Clear();
        for (var row = 0; row < index.Count; row++)
            if (!filter.Excludes(row)) failing[(int)filter.Failed(row)]++;

        (FilterKinds Filter, int Passing)? best = null;
        foreach (var kind in (ReadOnlySpan<FilterKinds>)[FilterKinds.Language, FilterKinds.Artist, FilterKinds.Genre, FilterKinds.Source])
        {
            var passing = failing[(int)FilterKinds.None] + failing[(int)kind];
            if (failing[(int)kind] > 0 && (best is null || passing > best.Value.Passing)) best = (kind, passing);
        }

        return best;
    }

    /// <summary>The largest group of playable tracks that one filter keeps out, the fitting ones where there are any; null when there is none.</summary>
    public (TrackSource Source, int Language, int Count)? BestPlayableOutside()
    {
        CountPlayable();
        return _playableKeptOut.Count == 0
            ? null
            : _playableKeptOut
                .OrderByDescending(p => p.Value.Fitting).ThenByDescending(p => p.Value.All).ThenBy(p => p.Key)
                .Select(p => ((TrackSource, int, int)?)(p.Key.Source, p.Key.Language, p.Value.Fitting > 0 ? p.Value.Fitting : p.Value.All)).First();
    }

    private (int All, int Passing) CountPlayable()
    {
        if (_playable is { } counted) return counted;
        var (all, passing, blocks) = (0, 0, index.Columns.Blocks);
        for (var block = 0; block < blocks.Count; block++)
        {
            if (!blocks.AnyPlayable(block)) continue;
            var (start, count) = blocks.RowsOf(block).GetOffsetAndLength(index.Count);
            for (var row = start; row < start + count; row++)
            {
                if (!index.IsPlayable(row) || filter.Excludes(row)) continue;
                all++;
                var failed = filter.Failed(row);
                if (failed == FilterKinds.None) passing++;
                else if (int.IsPow2((int)failed)) KeepOut(row, failed); // loosening one filter would let it in
            }
        }

        _playable = (all, passing);
        return (all, passing);
    }

    private void KeepOut(int row, FilterKinds failed)
    {
        var group = (failed, index.SourceOf(row), index.Languages[row]);
        var (all, fitting) = _playableKeptOut.GetValueOrDefault(group);
        _playableKeptOut[group] = (all + 1, fitting + (fits(row) ? 1 : 0));
    }
}
