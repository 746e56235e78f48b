namespace MoodDeck.Vision.Personal;

/// <summary>How far a listener's own face moves a reading. The defaults were chosen with <c>mooddeck bench
/// personal --kept-aside</c> on rows of FER2013's Training that a model was not trained on.</summary>
public sealed record PersonalFaceOptions
{
    /// <summary>How far above every other expression a resting face reads as neutral, in natural logarithms. Default 1.5.</summary>
    public double NeutralMargin { get; init; } = 1.5;

    /// <summary>The most that one expression is held back for a resting face, in natural logarithms. Default 3.</summary>
    public double LargestShift { get; init; } = 3;

    /// <summary>The distance, as 1 minus a cosine, over which that falls to 1/e, so that real expressions stay. Default 0.1.</summary>
    public double RestReach { get; init; } = 0.1;

    /// <summary>The share of it for a model without an embedding, which cannot tell a resting face from others. Default 0.5.</summary>
    public double ShareWithoutEmbedding { get; init; } = 0.5;

    /// <summary>The distance, as 1 minus a cosine, over which a correction falls to 1/e. Default 0.07.</summary>
    public double CorrectionReach { get; init; } = 0.07;

    /// <summary>How firmly the general model is held to: the weight of the squared correction beside the corrections' loss. Default 0.015.</summary>
    public double Shrinkage { get; init; } = 0.015;

    /// <summary>How many corrections count, the newest. Default 200.</summary>
    public int LargestCount { get; init; } = 200;

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A member is out of range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(NeutralMargin);
        ArgumentOutOfRangeException.ThrowIfNegative(LargestShift);
        if (!(ShareWithoutEmbedding is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(ShareWithoutEmbedding), ShareWithoutEmbedding, "Expected 0 to 1.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(RestReach);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(CorrectionReach);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Shrinkage);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(LargestCount);
    }
}
