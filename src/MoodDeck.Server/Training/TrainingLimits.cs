namespace MoodDeck.Server.Training;

/// <summary>What may be asked of a training from the page.</summary>
internal sealed record TrainingLimits
{
    /// <summary>The largest zip, in bytes. Default <see cref="Limits.TrainingBytes"/>.</summary>
    public long UploadBytes { get; init; } = Limits.TrainingBytes;

    /// <summary>The most passes over the pictures. Default 500.</summary>
    public int Epochs { get; init; } = 500;

    /// <summary>Passes over the pictures where nobody says how many. Default 30.</summary>
    public int DefaultEpochs { get; init; } = 30;

    /// <summary>The most skipped pictures an answer names. Default 200.</summary>
    public int SkippedNamed { get; init; } = 200;

    /// <summary>How long a training may take to write its checkpoint before asking again ends it at once. Default 30 s.</summary>
    public TimeSpan StopPatience { get; init; } = TimeSpan.FromSeconds(30);
}
