using MoodDeck.Recommend.Taste;

namespace MoodDeck.Recommend.Ranking;

/// <summary>The part of a queue that has been put together, as what comes next depends on it.</summary>
internal sealed class QueueSoFar(TrackIndex index)
{
    private readonly List<int> _rows = [];
    private readonly Dictionary<int, (int Place, float Fatigue)> _artists = [];

    /// <summary>
    /// Says what was heard just before it begins, the latest last: their artists have to rest, and are nobody new. How tired the listener is
    /// of them is known elsewhere.
    /// </summary>
    public void Follow(IReadOnlyList<int> heard)
    {
        for (var i = 0; i < heard.Count; i++)
            if (index.Artists[heard[i]] is var artist and not 0) _artists[artist] = (i - heard.Count, 0);
    }

    /// <summary>The last one; null when there is none.</summary>
    public int? LastRow => _rows.Count > 0 ? _rows[^1] : null;

    /// <summary>Puts a row at its end.</summary>
    public void Add(int row)
    {
        var artist = index.Artists[row];
        if (artist != 0) _artists[artist] = (_rows.Count, FatigueAt(artist, _rows.Count) + (float)PlayMemory.SameArtist);
        _rows.Add(row);
    }

    /// <summary>Whether it has a track by this artist.</summary>
    public bool Holds(int artist) => _artists.ContainsKey(artist);

    /// <summary>How much an artist will have been heard in it when the next track begins, see <see cref="PlayMemory"/>.</summary>
    public float FatigueOf(int artist) => FatigueAt(artist, _rows.Count - 1);

    /// <summary>How many places ago this row's artist comes, <see cref="RankingRules.ArtistGap"/> at most.</summary>
    public int Rested(int row)
    {
        var artist = index.Artists[row];
        return artist != 0 && _artists.TryGetValue(artist, out var last) ? Math.Min(RankingRules.ArtistGap, _rows.Count - last.Place) : RankingRules.ArtistGap;
    }

    private float FatigueAt(int artist, int place) =>
        _artists.TryGetValue(artist, out var last) ? last.Fatigue * MathF.Pow((float)PlayMemory.Decay, place - last.Place) : 0;
}
