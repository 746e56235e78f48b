using System.Text.Json.Serialization;
using MoodDeck.Training.Metrics;
using MoodDeck.Training.Reports;
using MoodDeck.Training.Robustness;

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

    /// <summary>Share of the answers that are "unsure" in use; absent where the answers are not the eight expressions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Unsure { get; init; }

    /// <summary>Share answered rightly among the others.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? AccuracyWhereSure { get; init; }

    /// <summary>How often each expression is named in use, and how often rightly.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<NamedAnswer>? Named { get; init; }

    /// <summary>The same faces changed for the worse; only with <c>--robustness</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DistortionAnswer>? Robustness { get; init; }

    /// <summary>The figures as they are answered.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="model">Name of the model.</param>
    /// <param name="facts">Its size.</param>
    /// <param name="distorted">The same faces changed for the worse; empty for none.</param>
    public static EmotionEvaluationAnswer Of(ClassificationReport figures, string model, ModelFacts facts, IReadOnlyList<DistortionFigures> distorted) => new()
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
        Detected = Digits(figures.Detected),
        Unsure = Digits(figures.Unsure),
        AccuracyWhereSure = Digits(figures.AccuracyWhereSure),
        Named = figures.Named.Count == 0 ? null : [.. figures.Named.Select(n => new NamedAnswer(n.Label, Digits(n.Least), n.Said, Digits(n.Precision), Digits(n.PrecisionCi95), Digits(n.Recall), Digits(n.RecallCi95)))],
        Robustness = distorted.Count == 0 ? null : [.. distorted.Select(d => new DistortionAnswer(d.Name, d.Summary, Digits(d.Accuracy), Digits(d.AccuracyCi95), Digits(d.MacroF1)))],
    };

    private static double Digits(double value) => Math.Round(value, 4);

    private static double? Digits(double? value) => value is { } known ? Digits(known) : null;

    private static double[] Digits(double[] values) => [.. values.Select(Digits)];
}

/// <summary>How often an expression is named in use.</summary>
/// <param name="Label">The expression.</param>
/// <param name="Least">The least probability with which it is named.</param>
/// <param name="Said">How often it is named.</param>
/// <param name="Precision">Share of the names that are right.</param>
/// <param name="PrecisionCi95">Its interval of 95 % (Wilson 1927).</param>
/// <param name="Recall">Share of the expression that is named.</param>
/// <param name="RecallCi95">Its interval of 95 % (Wilson 1927).</param>
internal sealed record NamedAnswer(string Label, double Least, int Said, double Precision, double[] PrecisionCi95, double Recall, double[] RecallCi95);

/// <summary>The same faces changed for the worse in one way.</summary>
/// <param name="Name">The way.</param>
/// <param name="Summary">What is done.</param>
/// <param name="Accuracy">Share answered rightly.</param>
/// <param name="AccuracyCi95">Its interval of 95 % (Wilson 1927).</param>
/// <param name="MacroF1">Mean F1 over the classes that occur.</param>
internal sealed record DistortionAnswer(string Name, string Summary, double Accuracy, double[] AccuracyCi95, double MacroF1);
