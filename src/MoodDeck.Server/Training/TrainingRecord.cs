namespace MoodDeck.Server.Training;

/// <summary>What the server itself remembers of a training, in <c>training.json</c>; how it goes stands in the run's own file.</summary>
internal sealed record TrainingRecord
{
    public required string Id { get; init; }

    /// <summary>The name of the zip as it was uploaded.</summary>
    public required string Name { get; init; }

    /// <summary>Size of the zip.</summary>
    public required long Bytes { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What it was started with last; null before the first start.</summary>
    public string? Arch { get; init; }

    /// <summary>What it was started with last; 0 before the first start.</summary>
    public int Epochs { get; init; }

    /// <summary>The process of the last start.</summary>
    public ProcessRecord? Process { get; init; }

    /// <summary>Since when the process is asked to end; null while nobody asked.</summary>
    public DateTimeOffset? StopAskedAt { get; init; }

    /// <summary>The last line the process wrote to standard error, when it ended badly.</summary>
    public string? Error { get; init; }
}

/// <summary>A process that can be found again after a restart of the server.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Mark">What tells it from a later one of the same number.</param>
/// <param name="StartedAt">When it was started.</param>
internal sealed record ProcessRecord(int Id, string Mark, DateTimeOffset StartedAt);
