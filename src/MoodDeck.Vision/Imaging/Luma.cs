namespace MoodDeck.Vision.Imaging;

/// <summary>
/// Luma by ITU-R BT.601: 0.299 R + 0.587 G + 0.114 B in 16-bit fixed point, as libjpeg computes it, so that a PNG and a
/// JPEG of the same picture look the same to the models.
/// </summary>
internal static class Luma
{
    public static byte Of(byte r, byte g, byte b) => (byte)(((19595 * r) + (38470 * g) + (7471 * b) + 32768) >> 16);

    public static void FromRgb(ReadOnlySpan<byte> rgb, Span<byte> grey)
    {
        for (int i = 0, j = 0; i < grey.Length; i++, j += 3) grey[i] = Of(rgb[j], rgb[j + 1], rgb[j + 2]);
    }
}
