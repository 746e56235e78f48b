namespace MoodDeck.Training.Augmentation;

/// <summary>
/// A straight-line map of pixel centres in the plane: <c>x' = Xx·x + Xy·y + X0</c>, <c>y' = Yx·x + Yy·y + Y0</c>, where a
/// pixel's centre lies at its column and row plus one half.
/// </summary>
/// <param name="Xx">Share of x in x'.</param>
/// <param name="Xy">Share of y in x'.</param>
/// <param name="X0">Shift of x'.</param>
/// <param name="Yx">Share of x in y'.</param>
/// <param name="Yy">Share of y in y'.</param>
/// <param name="Y0">Shift of y'.</param>
public readonly record struct AffineMap(float Xx, float Xy, float X0, float Yx, float Yy, float Y0)
{
    /// <summary>Moves nothing.</summary>
    public static AffineMap Identity { get; } = new(1, 0, 0, 0, 1, 0);

    /// <summary>A shift.</summary>
    public static AffineMap Shift(float x, float y) => new(1, 0, x, 0, 1, y);

    /// <summary>A change of size about the origin.</summary>
    public static AffineMap Scale(float x, float y) => new(x, 0, 0, 0, y, 0);

    /// <summary>A turn about the origin, in radians.</summary>
    public static AffineMap Turn(float radians)
    {
        var (sin, cos) = MathF.SinCos(radians);
        return new AffineMap(cos, -sin, 0, sin, cos, 0);
    }

    /// <summary>A slant: x moves by <paramref name="share"/> of y.</summary>
    public static AffineMap Slant(float share) => new(1, share, 0, 0, 1, 0);

    /// <summary>This map, then another.</summary>
    public AffineMap Then(AffineMap o) => new(
        (o.Xx * Xx) + (o.Xy * Yx), (o.Xx * Xy) + (o.Xy * Yy), (o.Xx * X0) + (o.Xy * Y0) + o.X0,
        (o.Yx * Xx) + (o.Yy * Yx), (o.Yx * Xy) + (o.Yy * Yy), (o.Yx * X0) + (o.Yy * Y0) + o.Y0);

    /// <summary>Where a point goes.</summary>
    public (float X, float Y) Apply(float x, float y) => ((Xx * x) + (Xy * y) + X0, (Yx * x) + (Yy * y) + Y0);

    /// <summary>The way back.</summary>
    /// <exception cref="InvalidOperationException">The map flattens the plane.</exception>
    public AffineMap Invert()
    {
        var determinant = (Xx * Yy) - (Xy * Yx);
        if (determinant == 0) throw new InvalidOperationException("A map that flattens the plane has no way back.");
        var r = 1 / determinant;
        return new AffineMap(
            Yy * r, -Xy * r, ((Xy * Y0) - (Yy * X0)) * r,
            -Yx * r, Xx * r, ((Yx * X0) - (Xx * Y0)) * r);
    }
}
