using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Data;
using MoodDeck.Vision.Faces;

namespace MoodDeck.Training.Detection;

/// <summary>Draws pictures into regions of a canvas and carries their faces along.</summary>
internal static class CanvasComposer
{
    private const float Radians = MathF.PI / 180;

    // How much of a face a later picture may cover before the face is no longer learnt, and before it is gone.
    private const float CoveredShare = 0.25f;
    private const float GoneShare = 0.9f;

    /// <summary>Draws a picture so that one of its faces gets a height, at a drawn place of the region.</summary>
    public static void PlaceFace(DetectionImage image, Span<float> canvas, CanvasRegion region, float height, List<CanvasFace> faces, DetectionAugmentationOptions o, ref FastRandom random)
    {
        var face = image.Faces[random.NextInt(image.Faces.Length)];
        var scale = (float)Math.Min(height / face.Height, o.MaxEnlargement);
        var reach = random.Chance(o.CutChance) ? 0 : 0.5f * scale;
        var x = Within(region.X, region.Width, (float)face.Width * reach, ref random);
        var y = Within(region.Y, region.Height, (float)face.Height * reach, ref random);
        Place(image, (float)face.CentreX, (float)face.CentreY, scale, x, y, canvas, region, faces, o, ref random);
    }

    /// <summary>Draws a picture at a drawn size and place that fills most of the region.</summary>
    public static void PlaceScene(DetectionImage image, Span<float> canvas, CanvasRegion region, List<CanvasFace> faces, DetectionAugmentationOptions o, ref FastRandom random)
    {
        var (width, height) = (image.Grey.Width, image.Grey.Height);
        var fill = Math.Max(region.Width / (float)width, region.Height / (float)height);
        var scale = Math.Min(fill * random.LogBetween(1, 3), Math.Max(fill, o.MaxEnlargement));
        // The spare part of the picture slides so that the region stays covered.
        var x = region.X + (region.Width / 2f) + random.Around(Math.Max(0, ((width * scale) - region.Width) / 2));
        var y = region.Y + (region.Height / 2f) + random.Around(Math.Max(0, ((height * scale) - region.Height) / 2));
        Place(image, width / 2f, height / 2f, scale, x, y, canvas, region, faces, o, ref random);
    }

    /// <summary>Draws a square picture so that it fills a region exactly, its faces with it.</summary>
    public static void PlaceSquare(DetectionImage image, Span<float> canvas, CanvasRegion region, List<CanvasFace> faces, DetectionAugmentationOptions o, ref FastRandom random)
    {
        var (width, height) = (image.Grey.Width, image.Grey.Height);
        var scale = region.Height / (float)height;
        var upright = o with { RotationDegrees = 0, StretchShare = 0 };
        Place(image, width / 2f, height / 2f, scale, region.X + (region.Width / 2f), region.Y + (region.Height / 2f), canvas, region, faces, upright, ref random);
    }

    /// <summary>The box around the ellipse inscribed in a face's box, after a map; turning a head does not make it larger.</summary>
    public static FaceBox Carry(FaceBox face, AffineMap map)
    {
        var (x, y) = map.Apply((float)face.CentreX, (float)face.CentreY);
        var (a, b) = (face.Width / 2, face.Height / 2);
        return FaceBoxes.Around(x, y, 2 * double.Hypot(map.Xx * a, map.Xy * b), 2 * double.Hypot(map.Yx * a, map.Yy * b));
    }

    private static void Place(DetectionImage image, float centreX, float centreY, float scale, float x, float y, Span<float> canvas, CanvasRegion region, List<CanvasFace> faces, DetectionAugmentationOptions o, ref FastRandom random)
    {
        var mirror = random.Chance(o.MirrorChance) ? -1 : 1;
        var stretch = o.StretchShare == 0 ? 1 : random.LogBetween(1 / (1 + o.StretchShare), 1 + o.StretchShare);
        var map = AffineMap.Shift(-centreX, -centreY)
            .Then(AffineMap.Scale(mirror * scale * stretch, scale))
            .Then(AffineMap.Turn(random.Around(o.RotationDegrees) * Radians))
            .Then(AffineMap.Shift(x, y));
        Cover(faces, region);
        using var source = new SourcePlane(image.Grey, scale);
        source.Draw(canvas, o.CanvasPixels, region, map.Invert());
        foreach (var face in image.Faces)
        {
            var whole = Carry(face, map);
            var visible = whole.Intersect(region.Box);
            if (visible.Area <= 0) continue;
            var ignore = visible.Area < o.LeastVisibleShare * whole.Area || whole.Height < o.IgnoreBelowPixels || face.Height < o.LeastSourcePixels;
            faces.Add(new CanvasFace(visible, ignore));
        }
    }

    private static void Cover(List<CanvasFace> faces, CanvasRegion region)
    {
        for (var i = faces.Count - 1; i >= 0; i--)
        {
            var covered = faces[i].Box.Intersect(region.Box).Area / faces[i].Box.Area;
            if (covered > GoneShare) faces.RemoveAt(i);
            else if (covered > CoveredShare) faces[i] = faces[i] with { Ignore = true };
        }
    }

    private static float Within(float start, float length, float reach, ref FastRandom random) =>
        2 * reach >= length ? start + (length / 2) : random.Between(start + reach, start + length - reach);
}
