namespace MoodDeck.Vision.Expressions;

/// <summary>How <see cref="EmotionClassifier"/> and <see cref="VadReader"/> read.</summary>
public sealed record EmotionClassifierOptions
{
    /// <summary>
    /// Whether to average each face with its mirror image (of logits, and of valence, arousal and dominance): a little more
    /// accurate, twice the work. Default null: what the model's metadata <c>mooddeck.flip</c> says, false where it is silent.
    /// </summary>
    public bool? AverageMirrored { get; init; }

    /// <summary>
    /// The calibrated top probability under which a face is "unsure", in [0, 1]. Default null: what the model's metadata
    /// says.
    /// </summary>
    public double? UnsureBelow { get; init; }

    /// <summary>Faces read in one run at most. Default 32.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Threads that share one run. Default 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A member is out of range.</exception>
    public void Validate()
    {
        if (UnsureBelow is < 0 or > 1 or double.NaN) throw new ArgumentOutOfRangeException(nameof(UnsureBelow), UnsureBelow, "Expected 0 to 1.");
        if (BatchSize is < 1 or > 1024) throw new ArgumentOutOfRangeException(nameof(BatchSize), BatchSize, "Expected 1 to 1024 faces.");
    }
}
