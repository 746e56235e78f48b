using System.Buffers;
using MoodDeck.Training.Augmentation;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Training.Detection;

/// <summary>
/// A picture made ready to be drawn smaller: halved until less than a factor of two is left, since sampling every third
/// pixel of a sharp picture gives grain no camera has.
/// </summary>
internal readonly ref struct SourcePlane
{
    private readonly byte[]? _rented;

    /// <summary>Halves a picture for drawing at a scale (canvas pixels per picture pixel).</summary>
    public SourcePlane(GreyImage image, float scale)
    {
        Pixels = image.Pixels;
        (Width, Height, Shrinking) = (image.Width, image.Height, 1);
        for (; scale * Shrinking <= 0.5f && Width >= 4 && Height >= 4; Shrinking *= 2)
        {
            _rented ??= ArrayPool<byte>.Shared.Rent(Width / 2 * (Height / 2));
            Halve(Pixels, Width, Width / 2, Height / 2, _rented);
            Pixels = _rented;
            (Width, Height) = (Width / 2, Height / 2);
        }
    }

    public ReadOnlySpan<byte> Pixels { get; }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Picture pixels per pixel of this plane.</summary>
    public int Shrinking { get; }

    /// <summary>
    /// Draws into a region of a canvas whose side is <paramref name="side"/>. Pixels outside the picture are left as they are.
    /// </summary>
    public void Draw(Span<float> canvas, int side, CanvasRegion region, AffineMap toPicture)
    {
        var map = toPicture.Then(AffineMap.Scale(1f / Shrinking, 1f / Shrinking));
        var pixels = Pixels;
        for (var y = region.Y; y < region.Y + region.Height; y++)
        {
            var (startX, startY) = map.Apply(region.X + 0.5f, y + 0.5f);
            var row = canvas.Slice((y * side) + region.X, region.Width);
            for (var x = 0; x < row.Length; x++)
            {
                var (sx, sy) = (startX + (x * map.Xx), startY + (x * map.Yx));
                if (sx < 0 || sy < 0 || sx >= Width || sy >= Height) continue;
                sx = Math.Min(Math.Max(sx - 0.5f, 0), Width - 1);
                sy = Math.Min(Math.Max(sy - 0.5f, 0), Height - 1);
                var ix = Math.Min((int)sx, Width - 2);
                var iy = Math.Min((int)sy, Height - 2);
                var fx = sx - ix;
                var at = (iy * Width) + ix;
                var upper = pixels[at] + ((pixels[at + 1] - pixels[at]) * fx);
                at += Width;
                var lower = pixels[at] + ((pixels[at + 1] - pixels[at]) * fx);
                row[x] = upper + ((lower - upper) * (sy - iy));
            }
        }
    }

    public void Dispose()
    {
        if (_rented is not null) ArrayPool<byte>.Shared.Return(_rented);
    }

    // Works in place too: an output pixel lies never beyond the inputs still to be read.
    private static void Halve(ReadOnlySpan<byte> from, int fromWidth, int width, int height, Span<byte> to)
    {
        for (var y = 0; y < height; y++)
        {
            var upper = from.Slice(2 * y * fromWidth, 2 * width);
            var lower = from.Slice(((2 * y) + 1) * fromWidth, 2 * width);
            var row = to.Slice(y * width, width);
            for (var x = 0; x < row.Length; x++)
                row[x] = (byte)((upper[2 * x] + upper[(2 * x) + 1] + lower[2 * x] + lower[(2 * x) + 1] + 2) >> 2);
        }
    }
}
