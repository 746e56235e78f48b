namespace MoodDeck.Training.Runs;

/// <summary>Which optimiser.</summary>
public enum OptimiserKind
{
    /// <summary>SGD with Nesterov momentum.</summary>
    Sgd,
    /// <summary>Adam.</summary>
    Adam,
    /// <summary>AdamW.</summary>
    AdamW,
}

/// <summary>Which learning-rate schedule.</summary>
public enum ScheduleKind
{
    /// <summary>Warm-up and cosine.</summary>
    Cosine,
    /// <summary>One cycle.</summary>
    OneCycle,
}

/// <summary>How a network is trained.</summary>
public sealed record TrainingOptions
{
    /// <summary>Passes over the data. Default 40.</summary>
    public int Epochs { get; init; } = 40;

    /// <summary>Images per step. Default 64.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>Source of weights, order, augmentation and dropout. The same seed gives the same model. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Optimiser. Default SGD.</summary>
    public OptimiserKind Optimiser { get; init; } = OptimiserKind.Sgd;

    /// <summary>Schedule. Default cosine.</summary>
    public ScheduleKind Schedule { get; init; } = ScheduleKind.Cosine;

    /// <summary>Highest learning rate. Default 0.05, which suits SGD; about 0.002 suits Adam.</summary>
    public double LearningRate { get; init; } = 0.05;

    /// <summary>Weight decay. Default 5e-4.</summary>
    public double WeightDecay { get; init; } = 5e-4;

    /// <summary>Decay of the weight average per step. Default 0.999.</summary>
    public double AverageDecay { get; init; } = 0.999;

    /// <summary>Threads; 0 takes every core. The result does not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>Folder of the checkpoint.</summary>
    public required string RunFolder { get; init; }

    /// <summary>Whether to go on from the folder's checkpoint.</summary>
    public bool Resume { get; init; }

    /// <summary>Epochs without a better score after which a run ends early; 0 never does (the default).</summary>
    public int Patience { get; init; }

    /// <summary>Seconds between checkpoints inside an epoch. Default 60.</summary>
    public double CheckpointSeconds { get; init; } = 60;

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentException">A value is out of range; the message names it.</exception>
    public void Validate()
    {
        Require(Epochs is >= 1 and <= 100_000, "epochs", Epochs, "1 to 100000");
        Require(BatchSize is >= 1 and <= 4096, "batch size", BatchSize, "1 to 4096");
        Require(LearningRate is > 0 and <= 10, "learning rate", LearningRate, "more than 0, at most 10");
        Require(WeightDecay is >= 0 and < 1, "weight decay", WeightDecay, "0 to below 1");
        Require(AverageDecay is >= 0 and < 1, "average decay", AverageDecay, "0 to below 1");
        Require(Patience is >= 0 and <= 100_000, "patience", Patience, "0 to 100000 epochs");
        Require(Threads is >= 0 and <= 1024, "threads", Threads, "0 to 1024");
    }

    private static void Require(bool holds, string name, double value, string expected)
    {
        if (!holds) throw new ArgumentException(FormattableString.Invariant($"The {name} is {value}; expected {expected}."));
    }
}
