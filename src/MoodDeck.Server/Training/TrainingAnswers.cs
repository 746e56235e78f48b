namespace MoodDeck.Server.Training;

/// <summary>Everything about trainings on this machine.</summary>
/// <param name="Unavailable">Why nothing can be trained here; null when it can.</param>
/// <param name="Architectures">The networks that can be chosen.</param>
/// <param name="Defaults">What is trained where nobody chooses.</param>
/// <param name="Limits">What may be asked.</param>
/// <param name="Kept">The trained model in use; null while MoodDeck's own reads.</param>
/// <param name="KeptProblem">Why the kept one cannot be used; null while it can.</param>
/// <param name="Trainings">Every training, the newest first.</param>
internal sealed record TrainingsAnswer(
    string? Unavailable, IReadOnlyList<string> Architectures, TrainingDefaults Defaults, TrainingLimitsAnswer Limits, KeptModel? Kept, string? KeptProblem, IReadOnlyList<TrainingSummary> Trainings);

/// <summary>What is trained where nobody chooses.</summary>
internal sealed record TrainingDefaults(string Arch, int Epochs);

/// <summary>What may be asked.</summary>
internal sealed record TrainingLimitsAnswer(long UploadBytes, int Epochs);

/// <summary>A training in a line.</summary>
internal record TrainingSummary
{
    public required string Id { get; init; }

    /// <summary>The name of the zip as it was uploaded.</summary>
    public required string Name { get; init; }

    /// <summary>Size of the zip.</summary>
    public required long Bytes { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>One of <c>uploaded, preparing, running, stopping, stopped, finished, failed</c>.</summary>
    public required string State { get; init; }

    /// <summary>A sentence on the state; often null.</summary>
    public string? Message { get; init; }

    /// <summary>Null before the first start.</summary>
    public string? Arch { get; init; }

    /// <summary>How many there will be; 0 before the first start.</summary>
    public int Epochs { get; init; }

    /// <summary>The one that is being trained; 0 before the first.</summary>
    public int Epoch { get; init; }

    /// <summary>Whether the trained model can be tried and kept.</summary>
    public bool HasModel { get; init; }

    /// <summary>Whether there is a report.</summary>
    public bool HasReport { get; init; }

    /// <summary>Whether the model in use is what this training made last.</summary>
    public bool InUse { get; init; }
}

/// <summary>A training with its course.</summary>
internal sealed record TrainingAnswer : TrainingSummary
{
    public int Step { get; init; }

    /// <summary>Steps in an epoch.</summary>
    public int Steps { get; init; }

    public double? Loss { get; init; }

    public double? ImagesPerSecond { get; init; }

    /// <summary>The trainer's own estimate; null where there is none.</summary>
    public double? SecondsLeft { get; init; }

    /// <summary>Pictures that are learned from; null where the trainer does not tell.</summary>
    public int? Learned { get; init; }

    /// <summary>Pictures kept aside to judge by; null where the trainer does not tell.</summary>
    public int? KeptAside { get; init; }

    public required IReadOnlyList<EpochFigures> History { get; init; }

    /// <summary>The epoch whose weights the model has.</summary>
    public int? BestEpoch { get; init; }

    /// <summary>The first pictures and folders of them that are not learned from, with the reasons.</summary>
    public required IReadOnlyList<SkippedPicture> Skipped { get; init; }

    /// <summary>How many pictures are not learned from altogether.</summary>
    public int SkippedTotal { get; init; }
}

/// <summary>What a training is started with; what is left out is the last start's, else the default.</summary>
internal sealed record TrainingStart(string? Arch, int? Epochs);
