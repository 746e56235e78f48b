using System.Buffers.Binary;
using System.IO.Compression;

namespace MoodDeck.Core.Imaging;

/// <summary>
/// Writes 8-bit grey PNG (ISO/IEC 15948) without any native library, so that a report never fails at the end of a long run
/// for want of one.
/// </summary>
public static class GreyPng
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The file of grey values <c>[height, width]</c>, 0 = black, from top to bottom.</summary>
    public static byte[] Encode(int width, int height, ReadOnlySpan<byte> pixels)
    {
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = 8; // bits; colour type, compression, filter and interlace stay 0: grey, deflate, adaptive, none
        MemoryStream file = new();
        file.Write(Signature);
        Chunk(file, "IHDR"u8, header);
        Chunk(file, "IDAT"u8, Compressed(width, height, pixels));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Compressed(int width, int height, ReadOnlySpan<byte> pixels)
    {
        MemoryStream data = new();
        using (ZLibStream deflate = new(data, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var row = new byte[width + 1];
            row[0] = 1; // filter "Sub": each pixel as the difference to its left neighbour, which faces compress best by
            for (var y = 0; y < height; y++)
            {
                var line = pixels.Slice(y * width, width);
                for (var x = 0; x < width; x++) row[x + 1] = (byte)(line[x] - (x == 0 ? 0 : line[x - 1]));
                deflate.Write(row);
            }
        }

        return data.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), data));
        file.Write(number);
    }

    // CRC-32 with the reflected polynomial of annex D; a few kilobytes a picture need no table.
    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var b in data)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
        }

        return crc;
    }
}
