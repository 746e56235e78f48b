using System.Globalization;
using MoodDeck.Training.Data;
using MoodDeck.Training.Metrics;
using MoodDeck.Training.Reports;
using MoodDeck.Training.Robustness;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Cli.Evaluate;

/// <summary>How an emotion model did, before it is put into an answer or a report.</summary>
/// <param name="Source">The data as the user named it.</param>
/// <param name="Set">Its pictures.</param>
/// <param name="Options">Which rows and labels.</param>
/// <param name="Answers">What the model said.</param>
/// <param name="Model">Name of the model.</param>
/// <param name="Facts">Its size.</param>
internal sealed record EmotionEvaluationResult(string Source, FaceImageSet Set, EmotionEvaluationOptions Options, EmotionReport Answers, string Model, ModelFacts Facts)
{
    /// <summary>The usage whose copies were left out; null for none.</summary>
    public string? WithoutCopiesOf { get; init; }

    /// <summary>Whether the pictures are those that a training keeps aside.</summary>
    public bool AreKeptAside { get; init; }

    /// <summary>Rows in which no face was found; null when none was looked for.</summary>
    public IReadOnlySet<int>? NotFound { get; init; }

    /// <summary>When the model is "unsure".</summary>
    public required UnsureRule Unsure { get; init; }

    /// <summary>The same rows changed for the worse; empty when that was not asked for.</summary>
    public IReadOnlyList<DistortionFigures> Distorted { get; init; } = [];

    /// <summary>The same pictures by other labels: the seven classes, happy against sad; with what they were judged by.</summary>
    public IReadOnlyList<(string Name, EmotionEvaluationOptions Options, EmotionReport Answers)> Beside { get; init; } = [];

    /// <summary>What <c>--json</c> prints.</summary>
    public EmotionEvaluationAnswer Answer => EmotionEvaluationAnswer.Of(ClassificationReport.Of(Answers, NotFound, Rule), Model, Facts, Distorted);

    // The thresholds belong to the eight calibrated expressions, not to a choice among fewer.
    private UnsureRule? Rule => Options is { Labels: EmotionLabels.FerPlus, Classes: null } ? Unsure : null;

    /// <summary>What <c>--report</c> writes. The pictures in it are those of the user's own data.</summary>
    public RunReport Report(TimeProvider clock)
    {
        EvaluationReportOptions shown = new() { ShowsPictures = true, Unsure = Rule, NotFound = NotFound };
        return new()
        {
            Title = $"{Model} on {Path.GetFileName(Source)}",
            CreatedAt = clock.GetUtcNow(),
            Settings = [.. Settings()],
            Data = new DataReport { Sources = [Source], Skipped = SkippedRow.Of(Set.Bad) },
            Evaluations =
            [
                EvaluationReport.Of(Options.Usage ?? "all rows", Answers, Set, RowsOf(Answers, Options), shown) with { Distorted = Distorted },
                .. Beside.Select(b => EvaluationReport.Of(b.Name, b.Answers, Set, RowsOf(b.Answers, b.Options), new() { WorstMistakes = 0 })),
            ],
        };
    }

    private RowsJudged RowsOf(EmotionReport answers, EmotionEvaluationOptions options) => EmotionRows.Of(Path.GetFileName(Source), Set, answers, options, WithoutCopiesOf, AreKeptAside);

    private IEnumerable<ReportSetting> Settings()
    {
        yield return new("model", Model);
        yield return Number("parameters", Facts.Parameters);
        yield return Number("multiply-accumulates a face", Facts.Macs);
        yield return Number("bytes of the model file", Facts.FileBytes);
        yield return new("reading", NotFound is null ? "the pictures themselves" : "end to end: each face pasted into a drawn picture and found there first");
        yield return new("faces a second", Answers.ImagesPerSecond.ToString("#,0", CultureInfo.InvariantCulture));
    }

    private static ReportSetting Number(string name, long? value) => value is { } n ? ReportSetting.Of(name, n) : new(name, "unknown");
}
