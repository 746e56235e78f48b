using MoodDeck.Vision.Faces;

namespace MoodDeck.Vision.Tracking;

/// <summary>Smooths the box of one face over time; speeds are reckoned in face sizes, so near and far faces behave alike.</summary>
internal sealed class BoxSmoother(FaceTrackerOptions options)
{
    private readonly OneEuroFilter _x = new(options.PositionCutoffHertz, options.Beta);
    private readonly OneEuroFilter _y = new(options.PositionCutoffHertz, options.Beta);
    private readonly OneEuroFilter _width = new(options.SizeCutoffHertz, options.Beta);
    private readonly OneEuroFilter _height = new(options.SizeCutoffHertz, options.Beta);

    /// <summary>The smoothed box.</summary>
    public FaceBox Box => new(_x.Value - (_width.Value / 2), _y.Value - (_height.Value / 2), _width.Value, _height.Value);

    /// <summary>How fast the centre moves, in face sizes a second.</summary>
    public double Speed => Math.Sqrt((_x.Speed * _x.Speed) + (_y.Speed * _y.Speed)) / Size;

    private double Size => Math.Max(1, Math.Sqrt(_width.Value * _height.Value));

    /// <summary>Takes in where the face is now.</summary>
    public void Add(FaceBox box, double seconds)
    {
        _width.Next(box.Width, seconds, Math.Max(1, box.Width));
        _height.Next(box.Height, seconds, Math.Max(1, box.Height));
        _x.Next(box.CentreX, seconds, Size);
        _y.Next(box.CentreY, seconds, Size);
    }

    /// <summary>Where a box will be after a time if it moves on as it did.</summary>
    public FaceBox Ahead(FaceBox box, double seconds) => box with { X = box.X + (_x.Speed * seconds), Y = box.Y + (_y.Speed * seconds) };
}
