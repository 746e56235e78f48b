using System.Text.Json.Serialization;
using MoodDeck.Training.Metrics;

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

    /// <summary>The report as it is answered.</summary>
    /// <param name="report">The answers.</param>
    /// <param name="model">Name of the model.</param>
    /// <param name="facts">Its size.</param>
    /// <param name="detected">For each answer of the report whether the face was found; null when none was looked for.</param>
    public static EmotionEvaluationAnswer Of(EmotionReport report, string model, ModelFacts facts, IReadOnlyList<bool>? detected = null)
    {
        var found = detected is null ? report : report.Without(report.Answers.Where((_, i) => !detected[i]).Select(a => a.Row));
        var support = report.Figures.PerClass;
        var perClass = found.Figures.PerClass.Select((c, i) => WithAllRows(c, support[i].Support)).ToList();
        var interval = ClassificationMetrics.Wilson(found.Figures.Correct, report.Figures.Samples);
        return new()
        {
            Task = report.Task,
            Model = model,
            Samples = report.Figures.Samples,
            Accuracy = Digits((double)found.Figures.Correct / report.Figures.Samples),
            AccuracyCi95 = [Digits(interval.Low), Digits(interval.High)],
            MacroF1 = Digits(perClass.Where((c, i) => c.Support > 0 || report.Figures.Confusion.Any(row => row[i] > 0)).Average(c => c.F1)),
            Ece = Digits(found.ExpectedCalibrationError),
            PerClass = perClass,
            Confusion = found.Figures.Confusion,
            ImagesPerSecond = Math.Round(report.ImagesPerSecond, 1),
            Parameters = facts.Parameters,
            Macs = facts.Macs,
            FileBytes = facts.FileBytes,
            Detected = detected is null ? null : Digits(detected.Count(d => d) / (double)detected.Count),
        };
    }

    // Faces that were not found are missing from the answers, but not from what should have been answered.
    private static ClassFigures WithAllRows(ClassFigures figures, int support)
    {
        var hits = figures.Recall * figures.Support;
        var recall = support == 0 ? 0 : hits / support;
        var sum = figures.Precision + recall;
        return new(figures.Label, Digits(figures.Precision), Digits(recall), Digits(sum == 0 ? 0 : 2 * figures.Precision * recall / sum), support);
    }

    private static double Digits(double value) => Math.Round(value, 4);
}
