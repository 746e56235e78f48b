using System.Buffers;
using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Data;

namespace MoodDeck.Training.Detection;

/// <summary>Lays squares on a canvas: tight face squares, and squares of face-free pictures beside them as decoys.</summary>
internal static class CanvasSquares
{
    // A square's height on the canvas, as a share of the canvas.
    private const float LeastShare = 0.11f;
    private const float MostShare = 0.85f;

    // Chance that a square fades into what lies below, and how far from its edge at most, as a share of its side.
    private const float SoftChance = 0.3f;
    private const float SoftShare = 0.15f;

    /// <summary>Lays one to three face squares on the canvas.</summary>
    public static void PlaceFaces(IReadOnlyList<DetectionImage> squares, Span<float> plane, List<CanvasFace> faces, DetectionAugmentationOptions o, ref FastRandom random)
    {
        for (var n = 1 + random.NextInt(3); n > 0; n--)
            Place(squares[random.NextInt(squares.Count)], plane, faces, o, isFace: true, ref random);
    }

    /// <summary>Lays a square cut from a face-free picture on the canvas.</summary>
    public static void PlaceDecoy(DetectionImage faceFree, Span<float> plane, List<CanvasFace> faces, DetectionAugmentationOptions o, ref FastRandom random) =>
        Place(faceFree, plane, faces, o, isFace: false, ref random);

    private static void Place(DetectionImage image, Span<float> plane, List<CanvasFace> faces, DetectionAugmentationOptions o, bool isFace, ref FastRandom random)
    {
        var side = o.CanvasPixels;
        var size = (int)random.LogBetween(LeastShare * side, MostShare * side);
        var region = new CanvasRegion(random.NextInt(side - size + 1), random.NextInt(side - size + 1), size, size);
        var soft = random.Chance(SoftChance) ? random.Between(0, SoftShare) * size : 0;
        var below = soft < 1 ? null : ArrayPool<float>.Shared.Rent(plane.Length);
        if (below is not null) plane.CopyTo(below);
        if (isFace) CanvasComposer.PlaceSquare(image, plane, region, faces, o, ref random);
        else CanvasComposer.PlaceScene(image, plane, region, faces, o, ref random);
        if (below is null) return;
        Fade(plane, below, side, region, soft);
        ArrayPool<float>.Shared.Return(below);
    }

    private static void Fade(Span<float> plane, ReadOnlySpan<float> below, int side, CanvasRegion region, float soft)
    {
        for (var y = 0; y < region.Height; y++)
        {
            var down = Math.Min(y, region.Height - 1 - y) + 0.5f;
            for (var x = 0; x < region.Width; x++)
            {
                var inside = Math.Min(down, Math.Min(x, region.Width - 1 - x) + 0.5f) / soft;
                if (inside >= 1) continue;
                var at = ((region.Y + y) * side) + region.X + x;
                plane[at] = below[at] + ((plane[at] - below[at]) * inside);
            }
        }
    }
}
