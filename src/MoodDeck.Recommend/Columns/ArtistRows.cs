namespace MoodDeck.Recommend.Columns;

/// <summary>The rows of each artist, one artist after the other.</summary>
internal sealed class ArtistRows
{
    private readonly int[] _starts;
    private readonly int[] _rows;

    /// <summary>Sorts the rows of a column.</summary>
    public ArtistRows(InternedColumn artists, int count)
    {
        _starts = new int[artists.ValueCount + 1];
        for (var row = 0; row < count; row++) _starts[artists[row] + 1]++;
        for (var i = 0; i < artists.ValueCount; i++) _starts[i + 1] += _starts[i];
        var next = _starts[..^1];
        _rows = new int[count];
        for (var row = 0; row < count; row++) _rows[next[artists[row]]++] = row;
    }

    /// <summary>How many rows an artist has.</summary>
    public int CountOf(int artist) => _starts[artist + 1] - _starts[artist];

    /// <summary>The rows of an artist, in order.</summary>
    public ReadOnlySpan<int> Of(int artist) => _rows.AsSpan(_starts[artist].._starts[artist + 1]);
}
