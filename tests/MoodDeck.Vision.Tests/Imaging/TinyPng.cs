using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace MoodDeck.Vision.Tests.Imaging;

/// <summary>Writes PNG of any colour type and depth, chunk by chunk, so that rare kinds can be tested.</summary>
internal static class TinyPng
{
    public const byte Grey = 0, Colour = 2, Palette = 3, ColourAlpha = 6;

    public static byte[] Write(int width, int height, byte depth, byte colourType, byte[] filteredRows, bool interlaced = false, params (string Type, byte[] Body)[] chunks)
    {
        List<byte> png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
        png.AddRange(Chunk("IHDR", Header(width, height, depth, colourType, interlaced)));
        foreach (var (type, body) in chunks) png.AddRange(Chunk(type, body));
        png.AddRange(Chunk("IDAT", Deflate(filteredRows)));
        png.AddRange(Chunk("IEND", []));
        return [.. png];
    }

    public static byte[] HeaderOnly(int width, int height) =>
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", Header(width, height, 8, Colour, false))];

    public static byte[] Chunk(string type, byte[] body)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. body];
        var chunk = new byte[named.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, body.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc32(named));
        return chunk;
    }

    private static byte[] Header(int width, int height, byte depth, byte colourType, bool interlaced)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = (depth, colourType, (byte)(interlaced ? 1 : 0));
        return header;
    }

    private static byte[] Deflate(byte[] rows)
    {
        using MemoryStream packed = new();
        using (ZLibStream zlib = new(packed, CompressionLevel.Fastest)) zlib.Write(rows);
        return packed.ToArray();
    }

    private static uint Crc32(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var k = 0; k < 8; k++) crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }

        return ~crc;
    }
}
