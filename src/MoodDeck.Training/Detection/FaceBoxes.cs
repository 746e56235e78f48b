using MoodDeck.Vision.Faces;

namespace MoodDeck.Training.Detection;

/// <summary>What training needs to know of face boxes beyond what reading needs.</summary>
internal static class FaceBoxes
{
    /// <summary>A box by its centre.</summary>
    public static FaceBox Around(double centreX, double centreY, double width, double height) =>
        new(centreX - (width / 2), centreY - (height / 2), width, height);

    /// <summary>What lies in both; width or height is 0 when they do not touch.</summary>
    public static FaceBox Intersect(this FaceBox a, FaceBox b)
    {
        var (x, y) = (Math.Max(a.X, b.X), Math.Max(a.Y, b.Y));
        return new FaceBox(x, y, Math.Max(0, Math.Min(a.Right, b.Right) - x), Math.Max(0, Math.Min(a.Bottom, b.Bottom) - y));
    }

    /// <summary>The side of the square of the same area.</summary>
    public static double Size(this FaceBox box) => Math.Sqrt(box.Area);

    /// <summary>True when a point lies inside.</summary>
    public static bool Contains(this FaceBox box, double x, double y) => x >= box.X && x < box.Right && y >= box.Y && y < box.Bottom;
}
