using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using MoodDeck.Recommend.Columns;

namespace MoodDeck.Recommend;

/// <summary>
/// A <see cref="TrackIndex"/> as a file: its columns one after the other as they lie in memory, each after its length, and the SHA-256 of
/// all before. It is read in one go, or not at all.
/// </summary>
public static class TrackIndexFile
{
    /// <summary>Counts the changes of the format, and of what its numbers mean. A file of another number is no file.</summary>
    public const int Format = 1;

    private const int HashBytes = SHA256.HashSizeInBytes;
    private static readonly byte[] s_magic = Encoding.ASCII.GetBytes("MDINDEX\n");

    /// <summary>Writes an index; returns the hash at its end, in hexadecimal digits.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static string Write(TrackIndex index, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(stream);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var columns = index.Columns;
        Put(s_magic);
        Put(Length(Format));
        foreach (var part in Parts(columns))
        {
            Put(Length(part.Length));
            Put(part.Span);
        }

        var digest = hash.GetHashAndReset();
        stream.Write(digest);
        return Convert.ToHexStringLower(digest);

        void Put(ReadOnlySpan<byte> bytes)
        {
            hash.AppendData(bytes);
            stream.Write(bytes);
        }
    }

    /// <summary>Reads an index; null when the file is another one than that hash is of, is damaged, or of another format or machine.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static TrackIndex? TryRead(string path, string hash)
    {
        var bytes = File.ReadAllBytes(path);
        if (!BitConverter.IsLittleEndian || bytes.Length < s_magic.Length + sizeof(int) + HashBytes) return null;
        var body = bytes.AsMemory(0, bytes.Length - HashBytes);
        if (Convert.ToHexStringLower(bytes.AsSpan(body.Length)) != hash) return null;
        if (!body.Span.StartsWith(s_magic) || BinaryPrimitives.ReadInt32LittleEndian(body.Span[s_magic.Length..]) != Format) return null;
        return SHA256.HashData(body.Span).AsSpan().SequenceEqual(bytes.AsSpan(body.Length)) ? new(Read(new(body[(s_magic.Length + sizeof(int))..]))) : null;
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Parts(TrackColumns columns)
    {
        var texts = columns.Ids.Texts.OrderBy(t => t.Key).ToList();
        yield return Bytes(columns.Ids.Keys);
        yield return Bytes<int>(texts.Select(t => t.Key).ToArray());
        yield return Encoding.UTF8.GetBytes(string.Join('\0', texts.Select(t => t.Value)));
        for (var axis = 0; axis < MoodColumns.Axes; axis++) yield return Bytes<short>(columns.Moods[axis]);
        yield return Bytes<ushort>(columns.Mixes.Tempos);
        yield return columns.Mixes.Keys;
        yield return columns.Mixes.Loudness;
        yield return Bytes<ulong>(columns.Songs);
        yield return columns.Flags;
        foreach (var data in (InternedData[])[columns.Languages.Data, columns.Artists.Data, columns.Genres.Data])
        {
            yield return Bytes<ushort>(data.Low);
            yield return data.High;
            yield return data.Text;
            yield return Bytes<int>(data.Ends);
            yield return Bytes<int>(data.Slots);
        }
    }

    private static TrackColumns Read(PartReader parts)
    {
        var keys = parts.Next<ulong>();
        var rows = parts.Next<int>();
        var texts = Encoding.UTF8.GetString(parts.Next<byte>()).Split('\0');
        return new(
            new(keys, rows.Select((row, i) => (row, texts[i])).ToDictionary(t => t.row, t => t.Item2)),
            new([.. Enumerable.Range(0, MoodColumns.Axes).Select(_ => parts.Next<short>())]),
            new(parts.Next<ushort>(), parts.Next<byte>(), parts.Next<byte>()),
            parts.Next<ulong>(), parts.Next<byte>(), Interned(), Interned(), Interned());

        InternedData Interned() => new(parts.Next<ushort>(), parts.Next<byte>(), parts.Next<byte>(), parts.Next<int>(), parts.Next<int>());
    }

    private static ReadOnlyMemory<byte> Bytes<T>(ReadOnlySpan<T> values)
        where T : unmanaged => MemoryMarshal.AsBytes(values).ToArray();

    private static byte[] Length(int length)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, length);
        return bytes;
    }

    private sealed class PartReader(ReadOnlyMemory<byte> bytes)
    {
        private int _at;

        public T[] Next<T>()
            where T : unmanaged
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.Span[_at..]);
            var part = MemoryMarshal.Cast<byte, T>(bytes.Span.Slice(_at + sizeof(int), length)).ToArray();
            _at += sizeof(int) + length;
            return part;
        }
    }
}
