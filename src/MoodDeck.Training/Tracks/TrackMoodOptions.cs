namespace MoodDeck.Training.Tracks;

/// <summary>How the mood of tracks is learned. The defaults were chosen by cross-validation over the training pieces.</summary>
public sealed record TrackMoodOptions
{
    /// <summary>See <see cref="KernelRegression.Width"/>.</summary>
    public double Width { get; init; } = 2;

    /// <summary>See <see cref="KernelRegression"/>.</summary>
    public double Noise { get; init; } = 0.7;

    /// <summary>
    /// Where a quadrant's middle lies on either axis. Labels that only name the side say 1, which no piece reaches: the words of the dial
    /// stand at radius 0.7, and so at 0.5 on either axis.
    /// </summary>
    public double Side { get; init; } = 0.5;

    /// <summary>How trees are grown.</summary>
    public TreeOptions Trees { get; init; } = new();

    /// <summary>The kernel's share in the valence; the rest is the trees'.</summary>
    public double KernelInValence { get; init; } = 0.8;

    /// <summary>The kernel's share in the arousal, which hangs on few numbers: what trees find.</summary>
    public double KernelInArousal { get; init; } = 0.4;

    /// <summary>Parts of the cross-validation.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Deals groups to the parts.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Checks every member.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is out of range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Noise);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Side);
        ArgumentOutOfRangeException.ThrowIfNegative(KernelInValence);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(KernelInValence, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(KernelInArousal);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(KernelInArousal, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Folds, 2);
    }
}
