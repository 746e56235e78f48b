using MoodDeck.Core.Mood;
using MoodDeck.Training.Metrics;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Training.Reports;

/// <summary>The figures of a classifier over labelled rows.</summary>
public sealed record ClassificationReport
{
    /// <summary>Which labels: <c>ferplus</c> or <c>fer2013</c>.</summary>
    public required string Task { get; init; }

    /// <summary>Rows that count.</summary>
    public required int Samples { get; init; }

    /// <summary>Rows answered rightly.</summary>
    public required int Correct { get; init; }

    /// <summary>Share answered rightly, 0 when there are no rows.</summary>
    public double Accuracy => Samples == 0 ? 0 : (double)Correct / Samples;

    /// <summary>Its interval of 95 %, low and high (Wilson 1927).</summary>
    public double[] AccuracyCi95 => ClassificationMetrics.Wilson(Correct, Samples) is var (low, high) ? [low, high] : [];

    /// <summary>Mean F1 over the classes that occur.</summary>
    public required double MacroF1 { get; init; }

    /// <summary>Mean recall over the classes that occur in the truth.</summary>
    public required double BalancedAccuracy { get; init; }

    /// <summary>See <see cref="Calibration.ExpectedError"/>; over rows that were answered.</summary>
    public required double Ece { get; init; }

    /// <summary>Figures of each class.</summary>
    public required IReadOnlyList<ClassFigures> PerClass { get; init; }

    /// <summary>Counts <c>[truth][answer]</c> of the rows that were answered.</summary>
    public required int[][] Confusion { get; init; }

    /// <summary>The bins of the reliability diagram.</summary>
    public required IReadOnlyList<ReliabilityBin> Reliability { get; init; }

    /// <summary>
    /// The top probability below which an answer is "unsure", where its expression has none of its own; null when the answers
    /// know no such threshold.
    /// </summary>
    public double? UnsureBelow { get; init; }

    /// <summary>Share of the answers that are "unsure"; null without a threshold.</summary>
    public double? Unsure { get; init; }

    /// <summary>Share answered rightly among the answers that are not "unsure"; null without a threshold or such answers.</summary>
    public double? AccuracyWhereSure { get; init; }

    /// <summary>How often each class is named, "unsure" answers left out, and how often rightly; empty without a threshold.</summary>
    public IReadOnlyList<NamedFigures> Named { get; init; } = [];

    /// <summary>Share of the rows in which the face was found; null when none was looked for.</summary>
    public double? Detected { get; init; }

    /// <summary>Pictures answered in a second.</summary>
    public double ImagesPerSecond { get; init; }

    /// <summary>Sums up answers.</summary>
    /// <param name="report">The answers.</param>
    /// <param name="notFound">Rows in which no face was found: they count as wrong and are in no column of the confusion; null when none was looked for.</param>
    /// <param name="unsure">When an answer is "unsure"; null for never.</param>
    public static ClassificationReport Of(EmotionReport report, IReadOnlySet<int>? notFound = null, UnsureRule? unsure = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        var answered = notFound is null ? report : report.Without(notFound);
        var figures = answered.Figures;
        List<ClassFigures> perClass = [.. figures.PerClass.Select((c, i) => OverAllRows(c, report.Figures.PerClass[i].Support))];
        var occurring = perClass.Where((c, i) => c.Support > 0 || figures.Confusion.Any(row => row[i] > 0)).ToList();
        Emotion?[] expressions = [.. report.ClassNames.Select(ExpressionLabels.Parse)];
        var sure = unsure is null ? null : answered.Answers.Where(a => a.Confidence >= LeastOf(a.Answer)).ToList();
        double LeastOf(int c) => expressions[c] is { } e ? unsure![e] : unsure!.Least;
        return new()
        {
            Task = report.Task,
            Samples = report.Figures.Samples,
            Correct = figures.Correct,
            MacroF1 = occurring.Select(c => c.F1).DefaultIfEmpty(0).Average(),
            BalancedAccuracy = perClass.Where(c => c.Support > 0).Select(c => c.Recall).DefaultIfEmpty(0).Average(),
            Ece = answered.ExpectedCalibrationError,
            PerClass = perClass,
            Confusion = figures.Confusion,
            Reliability = Calibration.ReliabilityBins([.. answered.Answers.Select(a => a.Confidence)], [.. answered.Answers.Select(a => a.Truth == a.Answer)]),
            UnsureBelow = unsure?.Least,
            Unsure = sure is null || answered.Answers.Count == 0 ? null : 1 - ((double)sure.Count / answered.Answers.Count),
            AccuracyWhereSure = sure is { Count: > 0 } ? sure.Count(a => a.Truth == a.Answer) / (double)sure.Count : null,
            Named = sure is null ? [] : [.. perClass.Select((p, c) => new NamedFigures(p.Label, LeastOf(c), sure.Count(a => a.Answer == c), sure.Count(a => a.Answer == c && a.Truth == c), p.Support))],
            Detected = notFound is null ? null : answered.Answers.Count / (double)Math.Max(1, report.Answers.Count),
            ImagesPerSecond = report.ImagesPerSecond,
        };
    }

    // Faces that were not found are missing from the answers, but not from what should have been answered.
    private static ClassFigures OverAllRows(ClassFigures figures, int support)
    {
        if (support == figures.Support) return figures;
        var recall = figures.Recall * figures.Support / support;
        var sum = figures.Precision + recall;
        return figures with { Recall = recall, F1 = sum == 0 ? 0 : 2 * figures.Precision * recall / sum, Support = support };
    }
}
