using System.Text;

namespace MoodDeck.Recommend.Columns;

/// <summary>Gathers an <see cref="InternedColumn"/> row by row.</summary>
internal sealed class InternedBuilder
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<byte> _text = [];
    private readonly List<int> _ends = [0];
    private readonly List<int> _rows = [];

    /// <summary>Adds a row.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="key">The same, folded; empty for "unknown".</param>
    public void Add(string? text, string key) => _rows.Add(key.Length == 0 ? 0 : NumberOf(text!, key));

    /// <summary>The arrays of the column, its rows in this order.</summary>
    public InternedData Build(int[] order)
    {
        var low = new ushort[order.Length];
        var high = _ends.Count > ushort.MaxValue + 1 ? new byte[order.Length] : [];
        for (var i = 0; i < order.Length; i++)
        {
            var number = _rows[order[i]];
            low[i] = (ushort)number;
            if (high.Length > 0) high[i] = (byte)(number >> 16);
        }

        // Half of the slots stay free, so that few are looked at.
        var slots = new int[_numbers.Count * 2];
        foreach (var (key, number) in _numbers)
        {
            var slot = InternedData.SlotOf(key, slots.Length);
            while (slots[slot] != 0) slot = (slot + 1) % slots.Length;
            slots[slot] = number;
        }

        return new(low, high, [.. _text], [.. _ends], slots);
    }

    private int NumberOf(string text, string key)
    {
        if (_numbers.TryGetValue(key, out var known)) return known;
        if (_ends.Count == InternedColumn.MostValues) return 0; // more artists than anybody has heard of
        _numbers.Add(key, _ends.Count);
        _text.AddRange(Encoding.UTF8.GetBytes(text.Trim()));
        _ends.Add(_text.Count);
        return _ends.Count - 1;
    }
}
