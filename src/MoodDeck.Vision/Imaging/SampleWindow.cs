namespace MoodDeck.Vision.Imaging;

/// <summary>
/// A rectangle of a picture in pixels, sub-pixel exact: pixel (0, 0) covers 0..1. It may reach outside, where the
/// picture's edge goes on.
/// </summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width, more than 0.</param>
/// <param name="Height">Height, more than 0.</param>
public readonly record struct SampleWindow(double X, double Y, double Width, double Height)
{
    /// <summary>A square around a centre.</summary>
    public static SampleWindow Square(double centreX, double centreY, double side) =>
        new(centreX - (side / 2), centreY - (side / 2), side, side);
}
