namespace MoodDeck.Training.Augmentation;

/// <summary>Sampling and filtering of grey pictures held as spans, row by row.</summary>
internal static class GreyPlane
{
    /// <summary>
    /// Fills a picture by looking each pixel up in a source through <paramref name="toSource"/>, linearly between the four
    /// neighbours; beyond the source's edge its last pixels go on.
    /// </summary>
    public static void Warp(ReadOnlySpan<byte> source, int sourceWidth, int sourceHeight, AffineMap toSource, Span<float> destination, int width, int height)
    {
        if (sourceWidth < 2 || sourceHeight < 2 || source.Length < sourceWidth * sourceHeight || destination.Length < width * height)
            throw new ArgumentException("A picture to warp needs at least 2 x 2 pixels and buffers of its size.");
        float maxX = sourceWidth - 1, maxY = sourceHeight - 1;
        for (var y = 0; y < height; y++)
        {
            var (startX, startY) = toSource.Apply(0.5f, y + 0.5f);
            startX -= 0.5f;
            startY -= 0.5f;
            var row = destination.Slice(y * width, width);
            for (var x = 0; x < row.Length; x++)
            {
                var sx = Math.Min(Math.Max(startX + (x * toSource.Xx), 0), maxX);
                var sy = Math.Min(Math.Max(startY + (x * toSource.Yx), 0), maxY);
                var ix = Math.Min((int)sx, sourceWidth - 2);
                var iy = Math.Min((int)sy, sourceHeight - 2);
                var fx = sx - ix;
                var at = (iy * sourceWidth) + ix;
                var upper = source[at] + ((source[at + 1] - source[at]) * fx);
                at += sourceWidth;
                var lower = source[at] + ((source[at + 1] - source[at]) * fx);
                row[x] = upper + ((lower - upper) * (sy - iy));
            }
        }
    }

    /// <summary>Blurs with 1-2-1 in both directions; edges go on. <paramref name="scratch"/> is two rows.</summary>
    public static void Blur(Span<float> plane, int width, int height, Span<float> scratch)
    {
        for (var y = 0; y < height; y++)
        {
            var row = plane.Slice(y * width, width);
            var left = row[0];
            for (var x = 0; x < width; x++)
            {
                var here = row[x];
                row[x] = (left + (2 * here) + row[Math.Min(x + 1, width - 1)]) * 0.25f;
                left = here;
            }
        }

        var above = scratch[..width];
        var kept = scratch.Slice(width, width);
        plane[..width].CopyTo(above);
        for (var y = 0; y < height; y++)
        {
            var row = plane.Slice(y * width, width);
            var below = plane.Slice(Math.Min(y + 1, height - 1) * width, width);
            row.CopyTo(kept);
            for (var x = 0; x < width; x++) row[x] = (above[x] + (2 * row[x]) + below[x]) * 0.25f;
            kept.CopyTo(above);
        }
    }

    /// <summary>Fills a rectangle with one value.</summary>
    public static void Fill(Span<float> plane, int width, int x, int y, int boxWidth, int boxHeight, float value)
    {
        for (var row = y; row < y + boxHeight; row++) plane.Slice((row * width) + x, boxWidth).Fill(value);
    }
}
