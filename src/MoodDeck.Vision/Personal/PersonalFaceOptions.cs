namespace MoodDeck.Vision.Personal;

/// <summary>How far a listener's own face moves a reading. The defaults were chosen with <c>mooddeck bench personal</c>.</summary>
public sealed record PersonalFaceOptions
{
    /// <summary>How far above every other expression a resting face reads as neutral, in natural logarithms. Default 0.7.</summary>
    public double NeutralMargin { get; init; } = 0.7;

    /// <summary>The most that one expression is held back for a resting face, in natural logarithms. Default 3.</summary>
    public double LargestShift { get; init; } = 3;

    /// <summary>The share of the shift that stays on faces quite unlike the resting one, in [0, 1]. Default 0.3.</summary>
    public double ShiftEverywhere { get; init; } = 0.3;

    /// <summary>The distance, as 1 minus a cosine, over which the shift falls to 1/e of the rest. Default 0.1.</summary>
    public double RestReach { get; init; } = 0.1;

    /// <summary>The distance, as 1 minus a cosine, over which a correction falls to 1/e. Default 0.1.</summary>
    public double CorrectionReach { get; init; } = 0.1;

    /// <summary>How firmly the general model is held to: the weight of the squared correction beside the corrections' loss. Default 0.1.</summary>
    public double Shrinkage { get; init; } = 0.1;

    /// <summary>How many corrections count, the newest. Default 200.</summary>
    public int LargestCount { get; init; } = 200;

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A member is out of range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(NeutralMargin);
        ArgumentOutOfRangeException.ThrowIfNegative(LargestShift);
        if (!(ShiftEverywhere is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(ShiftEverywhere), ShiftEverywhere, "Expected 0 to 1.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(RestReach);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(CorrectionReach);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Shrinkage);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(LargestCount);
    }
}
