using System.Text.Json.Serialization;
using MoodDeck.Training.Metrics;
using MoodDeck.Training.Reports;

namespace MoodDeck.Cli.Evaluate;

/// <summary>What <c>evaluate emotion --json</c> prints. A face that was not found counts as wrong and is in no column of the confusion.</summary>
internal sealed record EmotionEvaluationAnswer
{
    /// <summary><c>ferplus</c> or <c>fer2013</c>.</summary>
    public required string Task { get; init; }

    /// <summary>Name of the model.</summary>
    public required string Model { get; init; }

    /// <summary>Rows that count.</summary>
    public required int Samples { get; init; }

    /// <summary>Share answered rightly.</summary>
    public required double Accuracy { get; init; }

    /// <summary>Its interval of 95 % (Wilson 1927).</summary>
    public required double[] AccuracyCi95 { get; init; }

    /// <summary>Mean F1 over the classes that occur.</summary>
    public required double MacroF1 { get; init; }

    /// <summary>Expected calibration error over 15 equal-width bins of the top probability.</summary>
    public required double Ece { get; init; }

    /// <summary>Figures of each class.</summary>
    public required IReadOnlyList<ClassFigures> PerClass { get; init; }

    /// <summary>Counts <c>[truth][answer]</c>.</summary>
    public required int[][] Confusion { get; init; }

    /// <summary>Faces read in a second.</summary>
    public required double ImagesPerSecond { get; init; }

    /// <summary>Learned numbers of the model; null where it does not say.</summary>
    public required long? Parameters { get; init; }

    /// <summary>Multiply-accumulates of one face; null where the model does not say.</summary>
    public required long? Macs { get; init; }

    /// <summary>Length of the model file.</summary>
    public required long FileBytes { get; init; }

    /// <summary>Share of the faces that were found; only with <c>--end-to-end</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Detected { get; init; }

    /// <summary>The figures as they are answered.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="model">Name of the model.</param>
    /// <param name="facts">Its size.</param>
    public static EmotionEvaluationAnswer Of(ClassificationReport figures, string model, ModelFacts facts) => new()
    {
        Task = figures.Task,
        Model = model,
        Samples = figures.Samples,
        Accuracy = Digits(figures.Accuracy),
        AccuracyCi95 = [.. figures.AccuracyCi95.Select(Digits)],
        MacroF1 = Digits(figures.MacroF1),
        Ece = Digits(figures.Ece),
        PerClass = [.. figures.PerClass.Select(c => c with { Precision = Digits(c.Precision), Recall = Digits(c.Recall), F1 = Digits(c.F1) })],
        Confusion = figures.Confusion,
        ImagesPerSecond = Math.Round(figures.ImagesPerSecond, 1),
        Parameters = facts.Parameters,
        Macs = facts.Macs,
        FileBytes = facts.FileBytes,
        Detected = figures.Detected is { } detected ? Digits(detected) : null,
    };

    private static double Digits(double value) => Math.Round(value, 4);
}
