namespace MoodDeck.Training.Resampling;

/// <summary>How <see cref="EmbeddingHeadTrainer"/> learns.</summary>
public sealed record EmbeddingHeadOptions
{
    /// <summary>Passes over the rows, 1 or more. Default 20.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>Rows in a step, 1 or more. Default 256.</summary>
    public int BatchSize { get; init; } = 256;

    /// <summary>Highest learning rate of Adam, more than 0; it falls along half a cosine. Default 0.002.</summary>
    public double LearningRate { get; init; } = 0.002;

    /// <summary>L2 penalty on the weights, 0 or more, added to their gradient. Default 1e-4.</summary>
    public double WeightDecay { get; init; } = 1e-4;

    /// <summary>Orders the rows.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A member is out of range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Epochs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchSize, 1);
        if (LearningRate is not (> 0 and < double.PositiveInfinity)) throw new ArgumentOutOfRangeException(nameof(LearningRate), LearningRate, "Expected more than 0.");
        if (WeightDecay is not (>= 0 and < double.PositiveInfinity)) throw new ArgumentOutOfRangeException(nameof(WeightDecay), WeightDecay, "Expected 0 or more.");
    }
}
