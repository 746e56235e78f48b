using System.Buffers.Binary;

namespace MoodDeck.Vision.Imaging;

/// <summary>
/// The EXIF orientation tag (0x0112, values 1 to 8): finding it, and turning pixels the way the picture is displayed.
/// </summary>
internal static class ExifOrientation
{
    public const int Upright = 1;

    private const ushort OrientationTag = 0x0112;

    public static bool SwapsSides(int orientation) => orientation >= 5;

    /// <summary>Reads the tag from a TIFF structure; <see cref="Upright"/> where it is missing or broken.</summary>
    public static int FromTiff(ReadOnlySpan<byte> tiff)
    {
        if (tiff.StartsWith("Exif\0\0"u8)) tiff = tiff[6..];
        if (tiff.Length < 8) return Upright;
        bool little;
        if (tiff.StartsWith("II*\0"u8)) little = true;
        else if (tiff.StartsWith("MM\0*"u8)) little = false;
        else return Upright;
        var directory = UInt32(tiff[4..], little);
        if (directory > (uint)tiff.Length - 2) return Upright;
        var rest = tiff[(int)directory..];
        int entries = UInt16(rest, little);
        rest = rest[2..];
        for (var i = 0; i < entries && rest.Length >= 12; i++, rest = rest[12..])
        {
            if (UInt16(rest, little) != OrientationTag) continue;
            int value = UInt16(rest[8..], little);
            return value is >= 1 and <= 8 ? value : Upright;
        }

        return Upright;
    }

    /// <summary>Walks a JPEG's segments to its APP1 EXIF block.</summary>
    public static int FromJpeg(ReadOnlySpan<byte> jpeg)
    {
        var rest = jpeg.Length > 2 ? jpeg[2..] : [];
        while (rest.Length >= 4 && rest[0] == 0xFF)
        {
            var marker = rest[1];
            if (marker == 0xFF)
            {
                rest = rest[1..];
                continue;
            }

            if (marker is 0xD9 or 0xDA) break;
            int length = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            if (length < 2 || length + 2 > rest.Length) break;
            var body = rest[4..(length + 2)];
            if (marker == 0xE1 && body.StartsWith("Exif\0\0"u8)) return FromTiff(body);
            rest = rest[(length + 2)..];
        }

        return Upright;
    }

    /// <summary>
    /// Copies stored pixels to where they are displayed; the target has the sides swapped for orientations 5 to 8.
    /// </summary>
    public static void Apply(int orientation, ReadOnlySpan<byte> source, int width, int height, int channels, Span<byte> target)
    {
        // Stored position of the displayed pixel (x, y) = origin + x * right + y * down.
        int right = width - 1, bottom = (height - 1) * width;
        var (origin, stepX, stepY) = orientation switch
        {
            2 => (right, -1, width),
            3 => (right + bottom, -1, -width),
            4 => (bottom, 1, -width),
            5 => (0, width, 1),
            6 => (bottom, -width, 1),
            7 => (right + bottom, -width, -1),
            8 => (right, width, -1),
            _ => (0, 1, width),
        };
        var (shownWidth, shownHeight) = SwapsSides(orientation) ? (height, width) : (width, height);
        var t = 0;
        for (var y = 0; y < shownHeight; y++)
        {
            var s = (origin + (y * stepY)) * channels;
            for (var x = 0; x < shownWidth; x++, s += stepX * channels)
                for (var c = 0; c < channels; c++) target[t++] = source[s + c];
        }
    }

    private static ushort UInt16(ReadOnlySpan<byte> b, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(b) : BinaryPrimitives.ReadUInt16BigEndian(b);

    private static uint UInt32(ReadOnlySpan<byte> b, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(b) : BinaryPrimitives.ReadUInt32BigEndian(b);
}
