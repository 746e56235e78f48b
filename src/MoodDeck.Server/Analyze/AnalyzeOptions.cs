namespace MoodDeck.Server.Analyze;

/// <summary>How many pictures are read at once.</summary>
internal sealed record AnalyzeOptions
{
    /// <summary>Pictures read at the same time, live frames included. Default: one for each core.</summary>
    public int Concurrency { get; init; } = Environment.ProcessorCount;

    /// <summary>Pictures that may be on their way in or waiting, beyond those that are read. Default 16.</summary>
    public int MaxWaiting { get; init; } = 16;
}
