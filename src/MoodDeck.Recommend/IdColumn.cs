using System.Text;

namespace MoodDeck.Recommend;

/// <summary>Track ids as one block of UTF-8 bytes: some 20 bytes a row where a string would take 64.</summary>
internal sealed class IdColumn
{
    private readonly List<int> _ends = [];
    private byte[] _bytes = new byte[1024];

    public int Count => _ends.Count;

    public string this[int row] => Encoding.UTF8.GetString(Bytes(row));

    public ulong HashOf(int row) => StableHash.Of(Bytes(row));

    public void Add(string id)
    {
        var start = End(_ends.Count - 1);
        var needed = start + Encoding.UTF8.GetMaxByteCount(id.Length);
        if (needed > _bytes.Length) Array.Resize(ref _bytes, Math.Max(needed, _bytes.Length * 2));
        _ends.Add(start + Encoding.UTF8.GetBytes(id, _bytes.AsSpan(start)));
    }

    private ReadOnlySpan<byte> Bytes(int row) => _bytes.AsSpan(End(row - 1)..End(row));

    private int End(int row) => row < 0 ? 0 : _ends[row];
}
