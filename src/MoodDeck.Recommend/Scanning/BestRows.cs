using System.Runtime.InteropServices;

namespace MoodDeck.Recommend.Scanning;

/// <summary>Keeps the best rows it is offered, and of one artist not more than a few.</summary>
internal sealed class BestRows
{
    private readonly TrackIndex _index;
    private readonly int _most;
    private readonly int _mostOfArtist;
    private readonly ulong[] _rows;
    private readonly Dictionary<int, int> _ofArtist = [];
    private int _count, _settled;

    /// <param name="index">What the rows are of.</param>
    /// <param name="most">How many rows are kept.</param>
    /// <param name="mostOfArtist">How many of one artist; an unknown artist is nobody to have too many of.</param>
    public BestRows(TrackIndex index, int most, int mostOfArtist)
    {
        (_index, _most, _mostOfArtist) = (index, most, mostOfArtist);
        _rows = new ulong[most * 2];
    }

    /// <summary>What a rank must exceed to be kept; negative infinity while there is room.</summary>
    public float Threshold { get; private set; } = float.NegativeInfinity;

    /// <summary>Whether any row was left out for its artist.</summary>
    public bool LeftOutForArtist { get; private set; }

    /// <summary>Takes a row, or not.</summary>
    public void Offer(int row, float rank)
    {
        if (!(rank > Threshold)) return;
        _rows[_count++] = KeyOf(rank, row);
        if (_count == _rows.Length) Settle();
    }

    /// <summary>Raises <see cref="Threshold"/> where enough has come since to make that worth while.</summary>
    public void Refresh()
    {
        if (_count >= _most && _count - _settled > _most / 4) Settle();
    }

    /// <summary>The rows, best first.</summary>
    public IEnumerable<int> Take()
    {
        Settle();
        return _rows.Take(_count).Select(RowOf);
    }

    // Throws away what is too much: the best of the best so far and of what came since are the best of all.
    private void Settle()
    {
        var rows = _rows.AsSpan(0, _count);
        rows.Sort();
        rows.Reverse();
        _ofArtist.Clear();
        _count = 0;
        foreach (var row in rows)
        {
            if (_count == _most) break;
            if (!IsOneTooMany(_index.Artists[RowOf(row)])) _rows[_count++] = row;
        }

        _settled = _count;
        if (_count == _most) Threshold = RankOf(_rows[_count - 1]);
    }

    private bool IsOneTooMany(int artist)
    {
        if (artist == 0 || _mostOfArtist == int.MaxValue) return false;
        ref var taken = ref CollectionsMarshal.GetValueRefOrAddDefault(_ofArtist, artist, out _);
        LeftOutForArtist |= ++taken > _mostOfArtist;
        return taken > _mostOfArtist;
    }

    // Ordered as the rank, then against the row: the bits of a float are in its order once those of negative ones are turned round.
    private static ulong KeyOf(float rank, int row)
    {
        var bits = BitConverter.SingleToUInt32Bits(rank);
        return ((ulong)(bits ^ ((bits & 0x8000_0000) != 0 ? uint.MaxValue : 0x8000_0000)) << 32) | ~(uint)row;
    }

    private static int RowOf(ulong key) => (int)~(uint)key;

    private static float RankOf(ulong key)
    {
        var bits = (uint)(key >> 32);
        return BitConverter.UInt32BitsToSingle(bits ^ ((bits & 0x8000_0000) != 0 ? 0x8000_0000 : uint.MaxValue));
    }
}
