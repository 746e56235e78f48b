using MoodDeck.Training.Data;
using MoodDeck.Training.Metrics;
using MoodDeck.Training.Robustness;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Training.Reports;

/// <summary>How a model did on labelled rows.</summary>
public sealed record EvaluationReport
{
    /// <summary>What it is called, such as <c>PublicTest (FER+)</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Which rows.</summary>
    public required RowsJudged Rows { get; init; }

    /// <summary>Where answers are classes; null otherwise.</summary>
    public ClassificationReport? Classification { get; init; }

    /// <summary>Where answers are numbers: one report per dimension; empty otherwise.</summary>
    public IReadOnlyList<RegressionReport> Regression { get; init; } = [];

    /// <summary>The same rows, changed for the worse in several ways; empty when that was not asked for.</summary>
    public IReadOnlyList<DistortionFigures> Distorted { get; init; } = [];

    /// <summary>The wrong answers given most surely, the surest first.</summary>
    public IReadOnlyList<Mistake> Mistakes { get; init; } = [];

    /// <summary>Sums up the answers of a classifier.</summary>
    /// <param name="name">What the evaluation is called.</param>
    /// <param name="report">The answers.</param>
    /// <param name="set">The pictures answered.</param>
    /// <param name="rows">Which rows they are.</param>
    /// <param name="options">What to show beyond the figures.</param>
    public static EvaluationReport Of(string name, EmotionReport report, FaceImageSet set, RowsJudged rows, EvaluationReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(set);
        options ??= new();
        return new()
        {
            Name = name,
            Rows = rows,
            Classification = ClassificationReport.Of(report, options.NotFound, options.Unsure),
            Mistakes = Mistake.Worst(report, set, options),
        };
    }
}

/// <summary>What an evaluation shows beyond its figures.</summary>
public sealed record EvaluationReportOptions
{
    /// <summary>How many wrong answers to list. Default 24.</summary>
    public int WorstMistakes { get; init; } = 24;

    /// <summary>Whether to show the pictures of the wrong answers. Default false: names alone.</summary>
    public bool ShowsPictures { get; init; }

    /// <summary>When an answer is "unsure" in use; null when the answers know no such thing.</summary>
    public UnsureRule? Unsure { get; init; }

    /// <summary>Rows in which no face was found: wrong, but not answers. Null when none was looked for.</summary>
    public IReadOnlySet<int>? NotFound { get; init; }
}

/// <summary>A wrong answer.</summary>
/// <param name="Name">Line or file name of the picture.</param>
/// <param name="Truth">Its label.</param>
/// <param name="Answer">What was answered.</param>
/// <param name="Probability">How surely.</param>
/// <param name="Picture">The picture; null when none is to be shown.</param>
public sealed record Mistake(string Name, string Truth, string Answer, double Probability, ReportPicture? Picture = null)
{
    internal static IReadOnlyList<Mistake> Worst(EmotionReport report, FaceImageSet set, EvaluationReportOptions options) =>
    [
        .. report.Answers
            .Where(a => a.Truth != a.Answer && options.NotFound?.Contains(a.Row) != true)
            .OrderByDescending(a => a.Confidence).ThenBy(a => a.Row).Take(options.WorstMistakes)
            .Select(a => new Mistake(set.NameOf(a.Row), report.ClassNames[a.Truth], report.ClassNames[a.Answer], a.Confidence, options.ShowsPictures ? ReportPicture.Of(set, a.Row) : null)),
    ];
}
