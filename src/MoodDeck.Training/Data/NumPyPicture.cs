using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Training.Data;

/// <summary>
/// Reads a picture from a NumPy file (format 1 to 3): bytes [height, width] or [height, width, 3] in RGB, as EMOTIC is
/// passed on in one of its layouts.
/// </summary>
internal static partial class NumPyPicture
{
    private const long MaxPixels = 50_000_000;

    /// <summary>The picture in grey; null, with the reason, when it is none.</summary>
    public static GreyImage? TryRead(ReadOnlySpan<byte> file, out string? problem)
    {
        problem = "it is no NumPy file of bytes [height, width, 3]";
        if (file.Length < 12 || file[0] != 0x93 || !file[1..].StartsWith("NUMPY"u8)) return null;
        // Version 1 gives the header's length in two bytes, later ones in four.
        var start = file[6] == 1 ? 10 : 12;
        long length = file[6] == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(file[8..]) : BinaryPrimitives.ReadUInt32LittleEndian(file[8..]);
        if (length > file.Length - start) return null;
        var header = Encoding.ASCII.GetString(file.Slice(start, (int)length));
        var shape = Shape().Match(header);
        if (!ByteType().IsMatch(header) || !RowMajor().IsMatch(header) || !shape.Success) return null;
        if (!int.TryParse(shape.Groups[1].ValueSpan, out var height) || !int.TryParse(shape.Groups[2].ValueSpan, out var width)) return null;
        var channels = shape.Groups[3].Success ? Image.Channels : 1;
        var pixels = file[(start + (int)length)..];
        if (height < 1 || width < 1 || (long)height * width > MaxPixels || pixels.Length != (long)height * width * channels) return null;
        problem = null;
        if (channels == 1) return new GreyImage(width, height, pixels);
        using var colour = new Image(width, height);
        pixels.CopyTo(colour.Pixels);
        return colour.ToGrey();
    }

    [GeneratedRegex(@"'descr'\s*:\s*'[|<>=]?u1'")]
    private static partial Regex ByteType();

    [GeneratedRegex(@"'fortran_order'\s*:\s*False")]
    private static partial Regex RowMajor();

    [GeneratedRegex(@"'shape'\s*:\s*\(\s*(\d{1,6})\s*,\s*(\d{1,6})\s*(?:,\s*(3)\s*,?)?\s*\)")]
    private static partial Regex Shape();
}
