namespace MoodDeck.Vision.Tracking;

/// <summary>How faces are followed from frame to frame.</summary>
public sealed record FaceTrackerOptions
{
    /// <summary>Frames in which a new face must be seen, one after another, before it counts. Default 3.</summary>
    public int ConfirmingFrames { get; init; } = 3;

    /// <summary>A face that is not found for this long is still shown where it was. Default 0.5 s.</summary>
    public double BridgeSeconds { get; init; } = 0.5;

    /// <summary>A face that is found again within this time where it was keeps its number. Default 5 s.</summary>
    public double RememberSeconds { get; init; } = 5;

    /// <summary>
    /// After a pause this long nothing is known any more and the next frame is taken like a photo: its faces count at once.
    /// Default 2 s.
    /// </summary>
    public double PauseSeconds { get; init; } = 2;

    /// <summary>The most faces followed at once, surest first. Default 32.</summary>
    public int MostFaces { get; init; } = 32;

    /// <summary>Cutoff of the smoothing of a resting face's place, in hertz. Default 0.3.</summary>
    public double PositionCutoffHertz { get; init; } = 0.3;

    /// <summary>Cutoff of the smoothing of a resting face's size, in hertz. Default 0.3.</summary>
    public double SizeCutoffHertz { get; init; } = 0.3;

    /// <summary>How many hertz the cutoffs rise for each face size a second of movement. Default 2.</summary>
    public double Beta { get; init; } = 2;

    /// <summary>Another face becomes the main one when it is this many times as large. Default 1.3.</summary>
    public double MainAreaRatio { get; init; } = 1.3;

    /// <summary>… for this long. Default 1 s.</summary>
    public double MainSeconds { get; init; } = 1;

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A member is out of range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ConfirmingFrames, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MostFaces, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MainAreaRatio, 1);
        foreach (var seconds in (double[])[BridgeSeconds, RememberSeconds, PauseSeconds, MainSeconds, Beta]) ArgumentOutOfRangeException.ThrowIfNegative(seconds);
        foreach (var hertz in (double[])[PositionCutoffHertz, SizeCutoffHertz]) ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hertz);
    }
}
