using System.Numerics;
using MoodDeck.Recommend.Columns;

namespace MoodDeck.Recommend.Scanning;

/// <summary>Which rows of a block pass the filters, looked at once for all moods along a queue.</summary>
internal sealed class PassingRows(TrackIndex index, TrackFilter filter)
{
    private const int Words = Blocks.Size / 64;
    private readonly ulong[] _bits = filter.Any ? new ulong[index.Columns.Blocks.Count * Words] : [];
    private readonly bool[] _known = filter.Any ? new bool[index.Columns.Blocks.Count] : [];

    /// <summary>How many rows of a block pass, excluded ones among them; without a filter as many as a block has room for.</summary>
    public int CountIn(int block)
    {
        if (!filter.Any) return Blocks.Size;
        var count = 0;
        foreach (var word in BitsOf(block)) count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>Whether a row passes, in a block that was asked for before, and is not excluded.</summary>
    public bool Passes(int block, int place) =>
        (!filter.Any || (_bits[(block * Words) + (place >> 6)] & (1ul << place)) != 0) && !filter.Excludes((block * Blocks.Size) + place);

    private ReadOnlySpan<ulong> BitsOf(int block)
    {
        var bits = _bits.AsSpan(block * Words, Words);
        if (_known[block]) return bits;
        _known[block] = true;
        if (!filter.PassesSourceIn(block)) return bits;
        var (start, count) = index.Columns.Blocks.RowsOf(block).GetOffsetAndLength(index.Count);
        for (var i = 0; i < count; i++)
            if (filter.Passes(start + i)) bits[i >> 6] |= 1ul << i;
        return bits;
    }
}
