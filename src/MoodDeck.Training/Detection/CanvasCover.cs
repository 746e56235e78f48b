using MoodDeck.Training.Augmentation;
using MoodDeck.Vision.Faces;

namespace MoodDeck.Training.Detection;

/// <summary>Lays something over part of a face: a hand, a scarf, the edge of a cup, as a plain or noisy rectangle.</summary>
internal static class CanvasCover
{
    /// <summary>Covers each face of a square canvas with a chance; the faces stay what is to be found.</summary>
    public static void Apply(Span<float> plane, IReadOnlyList<CanvasFace> faces, DetectionAugmentationOptions o, ref FastRandom random)
    {
        if (o.CoverChance == 0) return;
        foreach (var face in faces)
        {
            if (face.Ignore || !random.Chance(o.CoverChance)) continue;
            Fill(plane, o.CanvasPixels, Part(face.Box, random.Between(0.15f, Math.Max(0.15f, o.CoverShare)), ref random), ref random);
        }
    }

    // From below most often, as hands and masks come; else from a side or above.
    private static FaceBox Part(FaceBox box, float share, ref FastRandom random)
    {
        var (width, height) = (box.Width * share, box.Height * share);
        return random.NextInt(5) switch
        {
            0 => box with { Width = width },
            1 => box with { X = box.Right - width, Width = width },
            2 => box with { Height = height },
            _ => box with { Y = box.Bottom - height, Height = height },
        };
    }

    private static void Fill(Span<float> plane, int side, FaceBox part, ref FastRandom random)
    {
        var (left, top) = (Math.Clamp((int)part.X, 0, side), Math.Clamp((int)part.Y, 0, side));
        var (right, bottom) = (Math.Clamp((int)part.Right, left, side), Math.Clamp((int)part.Bottom, top, side));
        var (grey, grain) = (random.Between(0, 255), random.Chance(0.5f) ? random.Between(0, 30) : 0);
        for (var y = top; y < bottom; y++)
            foreach (ref var p in plane.Slice((y * side) + left, right - left)) p = grey + random.Around(grain);
    }
}
