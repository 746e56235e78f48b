using System.Text;

namespace MoodDeck.Recommend.Columns;

/// <summary>A text column in which few different values repeat: one number per row. Number 0 is "unknown".</summary>
public sealed class InternedColumn
{
    /// <summary>How many different values a column can hold: a row's number has 24 bits.</summary>
    internal const int MostValues = 1 << 24;

    private readonly Func<string?, string> _fold;
    private readonly ushort[] _low;
    private readonly byte[] _high;
    private readonly byte[] _text;
    private readonly int[] _ends;
    private readonly int[] _slots;

    internal InternedColumn(Func<string?, string> fold, InternedData data)
    {
        _fold = fold;
        (_low, _high, _text, _ends, _slots) = (data.Low, data.High, data.Text, data.Ends, data.Slots);
    }

    /// <summary>How many numbers there are, "unknown" included.</summary>
    public int ValueCount => _ends.Length;

    /// <summary>The number in a row.</summary>
    public int this[int row] => _high.Length == 0 ? _low[row] : _low[row] | (_high[row] << 16);

    /// <summary>The arrays it is made of.</summary>
    internal InternedData Data => new(_low, _high, _text, _ends, _slots);

    /// <summary>The text of a number, as first written; empty for "unknown".</summary>
    public string ValueOf(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        return number == 0 ? "" : Encoding.UTF8.GetString(_text.AsSpan(_ends[number - 1].._ends[number]));
    }

    /// <summary>The text of a number, folded as this column folds; empty for "unknown".</summary>
    public string KeyOf(int number) => _fold(ValueOf(number));

    /// <summary>The number of a text, folded as this column folds; 0 when no row has it.</summary>
    public int NumberOf(string text)
    {
        var key = _fold(text);
        if (key.Length == 0 || _slots.Length == 0) return 0;
        for (var slot = InternedData.SlotOf(key, _slots.Length); _slots[slot] != 0; slot = (slot + 1) % _slots.Length)
            if (_fold(ValueOf(_slots[slot])) == key) return _slots[slot];
        return 0;
    }
}

/// <summary>The arrays of an <see cref="InternedColumn"/>.</summary>
/// <param name="Low">The lower 16 bits of each row's number.</param>
/// <param name="High">The upper 8 bits; empty while no number needs them.</param>
/// <param name="Text">The values one after the other, in UTF-8.</param>
/// <param name="Ends">Where each ends; 0 for "unknown".</param>
/// <param name="Slots">A hash table with open addressing over the folded values; 0 where a slot is free.</param>
internal readonly record struct InternedData(ushort[] Low, byte[] High, byte[] Text, int[] Ends, int[] Slots)
{
    /// <summary>Where to start looking for a folded value among so many slots.</summary>
    public static int SlotOf(string key, int slots) => (int)(StableHash.Of(key) % (ulong)slots);
}
