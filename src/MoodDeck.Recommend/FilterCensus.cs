using MoodDeck.Core.Music;

namespace MoodDeck.Recommend;

/// <summary>What the filters let through, and what one filter less would.</summary>
internal sealed class FilterCensus(TrackIndex index)
{
    private readonly Dictionary<FilterKinds, int> _keptOutBy = [];
    private readonly Dictionary<(FilterKinds Filter, TrackSource Source, int Language), (int All, int Fitting)> _playableKeptOut = [];

    /// <summary>Tracks that pass every filter.</summary>
    public int Passing { get; private set; }

    /// <summary>Those of them that play here.</summary>
    public int PassingPlayable { get; private set; }

    /// <summary>Tracks that play here, filters or not.</summary>
    public int Playable { get; private set; }

    /// <summary>Counts one row that failed these filters (none: it passes); <paramref name="fits"/> says whether its mood would do.</summary>
    public void Count(int row, FilterKinds failed, Func<int, bool> fits)
    {
        var playable = index.IsPlayable(row);
        if (playable) Playable++;
        if (failed == FilterKinds.None)
        {
            Passing++;
            if (playable) PassingPlayable++;
            return;
        }

        if (!int.IsPow2((int)failed)) return; // loosening one filter would not let it in
        _keptOutBy[failed] = _keptOutBy.GetValueOrDefault(failed) + 1;
        if (!playable) return;
        var group = (failed, index.SourceOf(row), index.Languages[row]);
        var (all, fitting) = _playableKeptOut.GetValueOrDefault(group);
        _playableKeptOut[group] = (all + 1, fitting + (fits(row) ? 1 : 0));
    }

    /// <summary>The filter whose loss would let most tracks in, with how many would pass then; null when none would.</summary>
    public (FilterKinds Filter, int Passing)? BestToLoosen() => _keptOutBy.Count == 0
        ? null
        : _keptOutBy.OrderByDescending(p => p.Value).ThenBy(p => p.Key).Select(p => ((FilterKinds, int)?)(p.Key, Passing + p.Value)).First();

    /// <summary>The largest group of playable tracks that one filter keeps out, the fitting ones where there are any; null when there is none.</summary>
    public (TrackSource Source, int Language, int Count)? BestPlayableOutside() => _playableKeptOut.Count == 0
        ? null
        : _playableKeptOut
            .OrderByDescending(p => p.Value.Fitting).ThenByDescending(p => p.Value.All).ThenBy(p => p.Key)
            .Select(p => ((TrackSource, int, int)?)(p.Key.Source, p.Key.Language, p.Value.Fitting > 0 ? p.Value.Fitting : p.Value.All)).First();
}
