namespace MoodDeck.Vision.Faces;

/// <summary>A rectangle in pixels of the picture as displayed; sub-pixel exact.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public readonly record struct FaceBox(double X, double Y, double Width, double Height)
{
    /// <summary>Right edge.</summary>
    public double Right => X + Width;

    /// <summary>Bottom edge.</summary>
    public double Bottom => Y + Height;

    /// <summary>Horizontal centre.</summary>
    public double CentreX => X + (Width / 2);

    /// <summary>Vertical centre.</summary>
    public double CentreY => Y + (Height / 2);

    /// <summary>Area in square pixels; 0 for an empty box.</summary>
    public double Area => Math.Max(0, Width) * Math.Max(0, Height);

    /// <summary>Overlap relative to union, in [0, 1]; 0 where either is empty.</summary>
    public static double IntersectionOverUnion(FaceBox a, FaceBox b)
    {
        var width = Math.Min(a.Right, b.Right) - Math.Max(a.X, b.X);
        var height = Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Y, b.Y);
        if (width <= 0 || height <= 0) return 0;
        var overlap = width * height;
        return overlap / (a.Area + b.Area - overlap);
    }

    /// <summary>The part that lies inside a picture; empty where none does.</summary>
    public FaceBox ClipTo(double width, double height)
    {
        double left = Math.Clamp(X, 0, width), top = Math.Clamp(Y, 0, height);
        double right = Math.Clamp(Right, left, width), bottom = Math.Clamp(Bottom, top, height);
        return new(left, top, right - left, bottom - top);
    }

    /// <summary>Every member times a factor.</summary>
    public FaceBox ScaledBy(double factor) => new(X * factor, Y * factor, Width * factor, Height * factor);
}
