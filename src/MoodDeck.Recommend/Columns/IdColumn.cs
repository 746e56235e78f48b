using System.Globalization;

namespace MoodDeck.Recommend.Columns;

/// <summary>
/// Track ids. Those of the catalogue are 16 hexadecimal digits and take the 8 bytes they say; an id of another shape is kept as text
/// beside its hash. A directory of the leading bits finds the row of an id without looking at the others.
/// </summary>
internal sealed class IdColumn
{
    private const int Digits = 16;
    private const int RowsPerBucket = 4;
    private readonly ulong[] _keys;
    private readonly IReadOnlyDictionary<int, string> _texts;
    private readonly int[] _byKey;
    private readonly int[] _starts;
    private readonly int _shift;

    /// <summary>Takes keys over, with the texts of the rows whose id has another shape.</summary>
    public IdColumn(ulong[] keys, IReadOnlyDictionary<int, string> texts)
    {
        (_keys, _texts) = (keys, texts);
        var bits = 1;
        while (keys.Length >> (bits + 1) >= RowsPerBucket) bits++;
        _shift = 64 - bits;
        (_byKey, _starts) = Order(keys, _shift, 1 << bits);
    }

    public int Count => _keys.Length;

    /// <summary>The number of each row's id, or its hash; random in every bit, as ids are hashes.</summary>
    public ReadOnlySpan<ulong> Keys => _keys;

    /// <summary>The ids of another shape, by row.</summary>
    public IReadOnlyDictionary<int, string> Texts => _texts;

    public string this[int row] => _texts.Count > 0 && _texts.TryGetValue(row, out var text) ? text : _keys[row].ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>The number an id says, and whether that is all of it; else its hash.</summary>
    public static (ulong Key, bool IsWhole) KeyOf(string id)
    {
        if (id.Length == Digits && id.All(char.IsAsciiHexDigitLower))
            return (ulong.Parse(id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), true);
        return (StableHash.Of(id), false);
    }

    /// <summary>The row of an id; -1 when there is none.</summary>
    public int Find(string id)
    {
        var (key, _) = KeyOf(id);
        var bucket = (int)(key >> _shift);
        for (var i = _starts[bucket]; i < _starts[bucket + 1]; i++)
            if (_keys[_byKey[i]] == key && this[_byKey[i]] == id) return _byKey[i];
        return -1;
    }

    // Within a bucket the order does not matter.
    private static (int[] ByKey, int[] Starts) Order(ulong[] keys, int shift, int buckets)
    {
        var starts = new int[buckets + 1];
        foreach (var key in keys) starts[(int)(key >> shift) + 1]++;
        for (var i = 0; i < buckets; i++) starts[i + 1] += starts[i];
        var next = starts[..^1];
        var byKey = new int[keys.Length];
        for (var row = 0; row < keys.Length; row++) byKey[next[(int)(keys[row] >> shift)]++] = row;
        return (byKey, starts);
    }
}
