namespace MoodDeck.Training.Detection;

/// <summary>A rectangle around a face, in pixels; the top left pixel's corner is (0, 0).</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public readonly record struct FaceBounds(float X, float Y, float Width, float Height)
{
    /// <summary>Right edge.</summary>
    public float Right => X + Width;

    /// <summary>Bottom edge.</summary>
    public float Bottom => Y + Height;

    /// <summary>Middle of the width.</summary>
    public float CentreX => X + (Width / 2);

    /// <summary>Middle of the height.</summary>
    public float CentreY => Y + (Height / 2);

    /// <summary>Square pixels, 0 for an empty rectangle.</summary>
    public float Area => Math.Max(0, Width) * Math.Max(0, Height);

    /// <summary>The side of the square of the same area.</summary>
    public float Size => MathF.Sqrt(Area);

    /// <summary>A rectangle by its centre.</summary>
    public static FaceBounds Around(float centreX, float centreY, float width, float height) =>
        new(centreX - (width / 2), centreY - (height / 2), width, height);

    /// <summary>What lies in both; empty with width or height 0 when they do not touch.</summary>
    public FaceBounds Intersect(FaceBounds other)
    {
        var (x, y) = (Math.Max(X, other.X), Math.Max(Y, other.Y));
        return new FaceBounds(x, y, Math.Max(0, Math.Min(Right, other.Right) - x), Math.Max(0, Math.Min(Bottom, other.Bottom) - y));
    }

    /// <summary>Overlap: the area in both over the area in either, 0 to 1.</summary>
    public float Iou(FaceBounds other)
    {
        var both = Intersect(other).Area;
        return both == 0 ? 0 : both / (Area + other.Area - both);
    }

    /// <summary>True when a point lies inside.</summary>
    public bool Contains(float x, float y) => x >= X && x < Right && y >= Y && y < Bottom;
}
