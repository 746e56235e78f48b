namespace MoodDeck.Training.Comparisons;

/// <summary>How architectures did that learned the same rows for about the same time.</summary>
public sealed record ComparisonReport
{
    /// <summary>When it was finished.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The time each was to learn, in minutes.</summary>
    public required double Minutes { get; init; }

    /// <summary>Threads each learned with.</summary>
    public required int Threads { get; init; }

    /// <summary>Pictures learned from.</summary>
    public required int Learned { get; init; }

    /// <summary>Pictures that chose the epoch.</summary>
    public required int KeptAside { get; init; }

    /// <summary>How these were drawn, as a sentence without its full stop.</summary>
    public required string ChosenBy { get; init; }

    /// <summary>What is the same for every training, as phrases.</summary>
    public required string Settings { get; init; }

    /// <summary>The usage the models were judged on; null for the rows kept aside, which chose the epoch as well.</summary>
    public required string? JudgeOn { get; init; }

    /// <summary>Pictures judged, with a label or without.</summary>
    public required int Judged { get; init; }

    /// <summary>Judged pictures that also occur, pixel by pixel, among those learned from or chosen by.</summary>
    public required int Copies { get; init; }

    /// <summary>Rows of the data that could not be used.</summary>
    public required int SkippedRows { get; init; }

    /// <summary>The architectures in the order they were trained.</summary>
    public required IReadOnlyList<ComparedArchitecture> Architectures { get; init; }

    /// <summary>The labels the models were judged by; the first are those that plots show.</summary>
    public IReadOnlyList<string> Tasks => [.. Architectures.SelectMany(a => a.Scores.Select(s => s.Task)).Distinct()];
}

/// <summary>One architecture.</summary>
public sealed record ComparedArchitecture
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in a sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>Channels of its first convolution.</summary>
    public required int Width { get; init; }

    /// <summary>Learned numbers.</summary>
    public required long Parameters { get; init; }

    /// <summary>Multiply-accumulates of a face.</summary>
    public required long Macs { get; init; }

    /// <summary>Length of its model file.</summary>
    public required long FileBytes { get; init; }

    /// <summary>The model file.</summary>
    public required string ModelPath { get; init; }

    /// <summary>Epochs learned in the time.</summary>
    public required int Epochs { get; init; }

    /// <summary>The epoch kept, counted from 1.</summary>
    public required int BestEpoch { get; init; }

    /// <summary>Seconds of the clock its epochs took, validation counted.</summary>
    public required double Seconds { get; init; }

    /// <summary>Pictures learned from in a second of these.</summary>
    public required double ImagesPerSecond { get; init; }

    /// <summary>Whether it was stopped inside an epoch and resumed; the time before the stop is then missing from that epoch's.</summary>
    public required bool Interrupted { get; init; }

    /// <summary>How the model file did, by labels.</summary>
    public required IReadOnlyList<ComparedScore> Scores { get; init; }

    /// <summary>How it did on the rows kept aside after each epoch.</summary>
    public required IReadOnlyList<CoursePoint> Course { get; init; }

    /// <summary>Its score by labels of a name; null where it has none.</summary>
    public ComparedScore? ScoreOf(string task) => Scores.FirstOrDefault(s => s.Task == task);
}

/// <summary>How a model file did on labelled rows.</summary>
/// <param name="Task"><c>ferplus</c> (eight by votes, strict) or <c>fer2013</c> (seven).</param>
/// <param name="Samples">Rows with such a label.</param>
/// <param name="Accuracy">Share answered rightly.</param>
/// <param name="AccuracyCi95">Its interval of 95 %, low and high (Wilson 1927).</param>
/// <param name="MacroF1">Mean F1 over the classes.</param>
/// <param name="AccuracyWithoutCopies">The share among rows that do not also occur among those learned from; null where none do.</param>
public sealed record ComparedScore(string Task, int Samples, double Accuracy, IReadOnlyList<double> AccuracyCi95, double MacroF1, double? AccuracyWithoutCopies);

/// <summary>Where a training stood after an epoch.</summary>
/// <param name="Epoch">Counted from 1.</param>
/// <param name="Seconds">Seconds since its start.</param>
/// <param name="Figures">Named figures of the rows kept aside.</param>
public sealed record CoursePoint(int Epoch, double Seconds, IReadOnlyDictionary<string, double> Figures);
