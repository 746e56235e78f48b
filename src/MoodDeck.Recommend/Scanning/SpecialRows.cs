using MoodDeck.Recommend.Columns;

namespace MoodDeck.Recommend.Scanning;

/// <summary>
/// The rows that are ranked one by one, before the blocks: those with a term or a mood of their own, and those of the artists who gain
/// most. Without them a block's bound lies close to what its rows can reach.
/// </summary>
internal sealed class SpecialRows
{
    // So many rows cost about as much one by one as the blocks do that a listener's favourites would otherwise lift.
    private const int MostByArtist = 8192;

    // Into so many steps the terms of artists are sorted.
    private const int Steps = 256;

    private readonly int[] _rows;

    public SpecialRows(TrackIndex index, RankTerms terms)
    {
        var rows = new List<int>(terms.Row.Keys);
        rows.AddRange(index.OwnMoods);
        if (terms.Artist is { Length: > 0 } artists)
        {
            MostOfOtherArtists = Cut(index.Columns.ArtistRows, artists);
            for (var artist = 0; artist < artists.Length; artist++)
                if (artists[artist] > MostOfOtherArtists) rows.AddRange(index.Columns.ArtistRows.Of(artist));
        }

        rows.Sort();
        _rows = [.. rows.Distinct()];
    }

    /// <summary>The rows, in order.</summary>
    public ReadOnlySpan<int> Rows => _rows;

    /// <summary>What the term of an artist of any other row does not exceed.</summary>
    public float MostOfOtherArtists { get; }

    /// <summary>Those in a block.</summary>
    public ReadOnlySpan<int> In(int block)
    {
        if (_rows.Length == 0) return [];
        var (from, to) = (First(block * Blocks.Size), First((block + 1) * Blocks.Size));
        return _rows.AsSpan(from..to);
    }

    private int First(int row)
    {
        var found = Array.BinarySearch(_rows, row);
        return found < 0 ? ~found : found;
    }

    // The lowest step above which not too many rows lie.
    private static float Cut(ArtistRows rows, float[] terms)
    {
        var (low, high) = (Math.Max(0, terms.Min()), terms.Max());
        if (high <= low) return high;
        var counts = new int[Steps];
        for (var artist = 0; artist < terms.Length; artist++)
            if (terms[artist] > low) counts[StepOf(terms[artist])] += rows.CountOf(artist);

        var step = Steps;
        for (var above = 0; step > 0 && above + counts[step - 1] <= MostByArtist; step--) above += counts[step - 1];
        return step == 0 ? low : terms.Where(t => t > low && StepOf(t) < step).Max();

        int StepOf(float term) => Math.Min((int)((term - low) / (high - low) * Steps), Steps - 1);
    }
}
