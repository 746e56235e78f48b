using System.Globalization;
using MoodDeck.Training.Data;
using MoodDeck.Training.Metrics;
using MoodDeck.Training.Reports;

namespace MoodDeck.Cli.Evaluate;

/// <summary>How an emotion model did, before it is put into an answer or a report.</summary>
/// <param name="Source">The data as the user named it.</param>
/// <param name="Set">Its pictures.</param>
/// <param name="Options">Which rows and labels.</param>
/// <param name="WithoutCopiesOf">The usage whose copies were left out; null for none.</param>
/// <param name="Answers">What the model said.</param>
/// <param name="NotFound">Rows in which no face was found; null when none was looked for.</param>
/// <param name="Model">Name of the model.</param>
/// <param name="Facts">Its size.</param>
internal sealed record EmotionEvaluationResult(
    string Source, FaceImageSet Set, EmotionEvaluationOptions Options, string? WithoutCopiesOf, EmotionReport Answers, IReadOnlySet<int>? NotFound, string Model, ModelFacts Facts)
{
    /// <summary>What <c>--json</c> prints.</summary>
    public EmotionEvaluationAnswer Answer => EmotionEvaluationAnswer.Of(ClassificationReport.Of(Answers, NotFound), Model, Facts);

    // The threshold belongs to the eight calibrated expressions, not to a choice among fewer.
    private double? UnsureBelow => Options is { Labels: EmotionLabels.FerPlus, Classes: null } ? Facts.UnsureBelow : null;

    /// <summary>What <c>--report</c> writes. The pictures in it are those of the user's own data.</summary>
    public RunReport Report(TimeProvider clock)
    {
        var name = Options.Usage ?? "all rows";
        var rows = EmotionRows.Of(Path.GetFileName(Source), Set, Answers, Options, WithoutCopiesOf);
        return new()
        {
            Title = $"{Model} on {Path.GetFileName(Source)}",
            CreatedAt = clock.GetUtcNow(),
            Settings = [.. Settings()],
            Data = new DataReport { Sources = [Source], Skipped = SkippedRow.Of(Set.Bad) },
            Evaluations = [EvaluationReport.Of(name, Answers, Set, rows, new() { ShowsPictures = true, UnsureBelow = UnsureBelow, NotFound = NotFound })],
        };
    }

    private IEnumerable<ReportSetting> Settings()
    {
        yield return new("model", Model);
        yield return Number("parameters", Facts.Parameters);
        yield return Number("multiply-accumulates a face", Facts.Macs);
        yield return Number("bytes of the model file", Facts.FileBytes);
        yield return new("reading", NotFound is null ? "the pictures themselves" : "end to end: each face pasted into a picture and found there first");
        yield return new("faces a second", Answers.ImagesPerSecond.ToString("#,0", CultureInfo.InvariantCulture));
    }

    private static ReportSetting Number(string name, long? value) => value is { } n ? ReportSetting.Of(name, n) : new(name, "unknown");
}
