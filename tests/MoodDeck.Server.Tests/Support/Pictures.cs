using System.Buffers.Binary;
using MoodDeck.Vision.Imaging;
using MoodDeck.Vision.Imaging.Drawing;

namespace MoodDeck.Server.Tests.Support;

/// <summary>Pictures, good and bad.</summary>
internal static class Pictures
{
    public const byte Happy = 200, Sad = 90, Dark = 5;

    public static string Astronaut => Path.Combine(AppContext.BaseDirectory, "assets", "astronaut.png");

    /// <summary>A chequered JPEG, sharp enough to be judged. Its width tells one frame from another.</summary>
    public static byte[] Jpeg(byte light = Happy, int width = 64, int height = 48)
    {
        const int cells = 8, contrast = 40;
        using Image image = new(width, height);
        image.Fill(new(light, light, light));
        var dim = (byte)Math.Max(0, light - contrast);
        for (var cell = 0; cell < cells * cells; cell++)
        {
            int column = cell % cells, row = cell / cells, left = column * width / cells, top = row * height / cells;
            if ((column + row) % 2 == 1) image.FillRectangle(left, top, width / cells, height / cells, new(dim, dim, dim));
        }

        return JpegEncoder.Encode(image);
    }

    /// <summary>A JPEG of one grey: a face in it is nothing but blur.</summary>
    public static byte[] PlainJpeg(byte light)
    {
        using Image image = new(64, 48);
        image.Fill(new(light, light, light));
        return JpegEncoder.Encode(image);
    }

    /// <summary>A PNG of which only the header is there, with any size it likes to claim.</summary>
    public static byte[] PngHeader(int width, int height)
    {
        byte[] png = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc32(png.AsSpan(12, 17)));
        return png;
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
        }

        return ~crc;
    }
}
