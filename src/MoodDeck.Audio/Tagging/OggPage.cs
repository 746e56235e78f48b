using System.Buffers.Binary;

namespace MoodDeck.Audio.Tagging;

/// <summary>One page of an Ogg file (RFC 3533).</summary>
internal sealed class OggPage
{
    private const int FixedBytes = 27, MostSegments = 255;
    private const long NothingEnds = -1;
    private static readonly uint[] s_crc = Table();

    private readonly byte[] _header;

    private OggPage(byte[] header, byte[] body) => (_header, Body) = (header, body);

    public byte[] Body { get; }

    public uint Serial => BinaryPrimitives.ReadUInt32LittleEndian(_header.AsSpan(14));

    public uint Number
    {
        get => BinaryPrimitives.ReadUInt32LittleEndian(_header.AsSpan(18));
        set => BinaryPrimitives.WriteUInt32LittleEndian(_header.AsSpan(18), value);
    }

    /// <summary>How long the pieces of packets on it are; one of 255 goes on in the next.</summary>
    public ReadOnlySpan<byte> Segments => _header.AsSpan(FixedBytes);

    /// <summary>The next page; null at the end.</summary>
    /// <exception cref="InvalidDataException">There is something else.</exception>
    public static OggPage? Read(Stream source)
    {
        var start = new byte[FixedBytes];
        var read = source.ReadAtLeast(start, FixedBytes, throwOnEndOfStream: false);
        if (read == 0) return null;
        if (read < FixedBytes || !start.AsSpan().StartsWith("OggS\0"u8)) throw new InvalidDataException("It is damaged or was only half written.");
        var header = new byte[FixedBytes + start[26]];
        start.CopyTo(header, 0);
        source.ReadExactly(header, FixedBytes, start[26]);
        var body = new byte[header.AsSpan(FixedBytes).ToArray().Sum(s => s)];
        source.ReadExactly(body);
        return new(header, body);
    }

    /// <summary>Pages that hold these packets and nothing else.</summary>
    public static IEnumerable<OggPage> Of(IReadOnlyList<byte[]> packets, uint serial, uint firstNumber)
    {
        var segments = packets.SelectMany(p => Enumerable.Repeat((byte)255, p.Length / 255).Append((byte)(p.Length % 255))).ToArray();
        byte[] all = [.. packets.SelectMany(p => p)];
        var at = 0;
        for (var from = 0; from < segments.Length; from += MostSegments)
        {
            var own = segments.AsSpan(from, Math.Min(MostSegments, segments.Length - from));
            var header = new byte[FixedBytes + own.Length];
            "OggS"u8.CopyTo(header);
            header[5] = (byte)(from > 0 && segments[from - 1] == 255 ? 1 : 0);
            BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(6), own.ContainsAnyExcept((byte)255) ? 0 : NothingEnds);
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(14), serial);
            header[26] = (byte)own.Length;
            own.CopyTo(header.AsSpan(FixedBytes));
            var length = own.ToArray().Sum(s => s);
            yield return new(header, all[at..(at + length)]) { Number = firstNumber++ };
            at += length;
        }
    }

    /// <summary>Writes it, with the checksum that it has by now.</summary>
    public void Write(Stream destination)
    {
        _header.AsSpan(22, 4).Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(_header.AsSpan(22), Crc(Crc(0, _header), Body));
        destination.Write(_header);
        destination.Write(Body);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes) crc = (crc << 8) ^ s_crc[(crc >> 24) ^ b];
        return crc;
    }

    // Polynomial 0x04C11DB7, neither reflected nor inverted, as RFC 3533 has it.
    private static uint[] Table() => [.. Enumerable.Range(0, 256).Select(i =>
    {
        var crc = (uint)i << 24;
        for (var bit = 0; bit < 8; bit++) crc = (crc << 1) ^ (0x04C11DB7 & (0 - (crc >> 31)));
        return crc;
    })];
}
