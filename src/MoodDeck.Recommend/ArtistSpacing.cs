namespace MoodDeck.Recommend;

/// <summary>
/// Whether songs can be put in an order in which no artist comes twice within <see cref="RankingRules.ArtistGap"/>
/// places: the task scheduling problem with a cooldown. An unknown artist is nobody to repeat.
/// </summary>
internal sealed class ArtistSpacing
{
    private const int Gap = RankingRules.ArtistGap;
    private readonly Dictionary<int, int> _left = [];
    private int _unknownLeft;

    public ArtistSpacing(TrackIndex index, IEnumerable<int> rows)
    {
        foreach (var row in rows)
        {
            var artist = index.Artists[row];
            if (artist == 0) _unknownLeft++;
            else _left[artist] = _left.GetValueOrDefault(artist) + 1;
        }
    }

    /// <summary>How often one artist can come in a queue of this length.</summary>
    public static int MostOfOneArtist(int length) => (length + Gap - 1) / Gap;

    /// <summary>Whether these rows fill a queue of this length, or as much of it as they could with any artists.</summary>
    public static bool Allows(TrackIndex index, IReadOnlyCollection<int> rows, int length) =>
        new ArtistSpacing(index, rows).CanFill(length);

    /// <summary>Songs left of an artist.</summary>
    public int LeftOf(int artist) => artist == 0 ? 1 : _left.GetValueOrDefault(artist);

    /// <summary>Takes one song of an artist away.</summary>
    public void Take(int artist)
    {
        if (artist == 0) _unknownLeft--;
        else _left[artist]--;
    }

    /// <summary>Puts one back.</summary>
    public void PutBack(int artist)
    {
        if (artist == 0) _unknownLeft++;
        else _left[artist]++;
    }

    /// <summary>
    /// Whether the songs left can fill so many places: full rounds of <see cref="RankingRules.ArtistGap"/> places take each artist once, the
    /// rest of the last round as many artists as it has places.
    /// </summary>
    public bool CanFill(int places)
    {
        var rounds = places / Gap;
        var (filled, inLastRound) = (_unknownLeft, 0);
        foreach (var left in _left.Values)
        {
            filled += Math.Min(left, rounds);
            if (left > rounds) inLastRound++;
        }

        return filled + Math.Min(inLastRound, places % Gap) >= places;
    }
}
