using MoodDeck.Training.Architectures;
using MoodDeck.Training.Data;
using MoodDeck.Training.Metrics;
using MoodDeck.Training.Reports;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Training.Expressions;

/// <summary>The report of a training: its settings, its data, its course, and how the file it wrote does on the rows kept aside.</summary>
public static class EmotionRunReport
{
    private const int OutliersShown = 24;

    // Below the limit from which a picture is surely odd, so that a clean set shows its oddest ones too.
    private const double OutlierScore = 2.5;

    /// <summary>Judges the model files and gathers the report; pictures are shown from the user's own data.</summary>
    /// <param name="options">How it was trained.</param>
    /// <param name="results">What came out, one for each fold.</param>
    /// <param name="clock">Tells when.</param>
    public static RunReport Of(EmotionTrainingOptions options, IReadOnlyList<EmotionTrainingResult> results, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(results);
        var best = results.MaxBy(FoldedTraining.BestScore)!;
        var report = TrainingReports.Of($"Training of {options.Architecture} on faces", options.Training, best.History, best.BestEpoch, clock);
        return report with
        {
            Summary = Summary(options, results),
            Settings = [.. EmotionSettings.Of(options, best), .. report.Settings],
            Data = DataOf(options, best),
            Curves = results.Count == 1 ? report.Curves : [.. results.Select((r, i) => TrainingCurve.Of($"fold {i + 1}", r.History, r.BestEpoch))],
            Evaluations = [.. results.SelectMany((r, i) => Judge(r, results.Count == 1 ? "" : $", fold {i + 1}", clock))],
        };
    }

    private static string Summary(EmotionTrainingOptions options, IReadOnlyList<EmotionTrainingResult> results) => results.Count == 1
        ? FormattableString.Invariant($"{results[0].Data.Rows.Length:#,0} pictures were learned from, {results[0].Data.Holdout.Length:#,0} kept aside. The weights of epoch {results[0].BestEpoch} were kept in {Path.GetFileName(options.OutputPath)}.")
        : FormattableString.Invariant($"{results.Count} trainings, each with another part of {results[0].Data.Set.Count:#,0} pictures kept aside. The model of the best fold is {Path.GetFileName(options.OutputPath)}; what it is worth is the mean over the folds.");

    private static DataReport DataOf(EmotionTrainingOptions options, EmotionTrainingResult result)
    {
        var (set, rows, holdout) = result.Data;
        var groups = DuplicateGroups.Find(set);
        var kind = options.Balance.Resampling;
        return new()
        {
            Sources = [.. options.Sources.Select(s => s.Path)],
            Notes = [EmotionSettings.Split(options.Split, holdout.Length == 0)],
            Counts = result.Balance.ClassNames.Count == 0 ? [] :
            [
                new("as an epoch shows them", result.Balance.ClassNames,
                [
                    new("learned from", result.Balance.Before, kind == ResamplingKind.None ? null : result.Balance.After, kind == ResamplingKind.None ? null : EmotionSettings.Name(kind)),
                    new("kept aside", ClassCounts.Of(set, LabelsOf(result.Balance), holdout, FerPlusProtocol.Plurality).Total),
                ]),
            ],
            Skipped = SkippedRow.Of(set.Bad),
            Copies = [new("pictures that occur more than once", rows.Concat(holdout).GroupBy(r => groups.GroupOf[r]).Where(g => g.Count() > 1).Sum(g => g.Count()), options.Split.ValidateOn is null ? "kept on one side" : "")],
            Outliers = [.. Outliers.Find(set, groups, rows, OutlierScore).Take(OutliersShown).Select(o => new OutlierPicture(o.Name, NameOf(set, o.Row), o.Score, o.Reason, ReportPicture.Of(set, o.Row)))],
            Averages =
            [
                .. ClassAverages.Of(set, LabelsOf(result.Balance), rows, FerPlusProtocol.Plurality).Classes.Where(c => c.Count > 0)
                    .Select(c => new AveragePicture(c.Name, c.Count, new ReportPicture(FaceImageSet.Side, FaceImageSet.Side, c.Pixels))),
            ],
        };
    }

    private static IEnumerable<EvaluationReport> Judge(EmotionTrainingResult result, string suffix, TimeProvider clock)
    {
        var aside = result.Data.Set.Take(result.Data.Holdout);
        if (aside.Count == 0) yield break;
        RowsJudged rows = new()
        {
            Description = "rows kept aside", UsedFor = RowUse.ChoosingEpoch | RowUse.Calibration,
            CopiesOfTraining = DuplicateGroups.Find(result.Data.Set).RowsSharedWith(result.Data.Holdout, result.Data.Rows).Length,
        };
        foreach (var labels in (EmotionLabels[])[EmotionLabels.FerPlus, EmotionLabels.Fer2013])
        {
            EmotionEvaluationOptions options = new() { Labels = labels };
            var head = labels == EmotionLabels.FerPlus ? ExpressionHeads.FerPlus : ExpressionHeads.Fer2013;
            if (!result.Heads.Contains(head) || !Enumerable.Range(0, aside.Count).Any(r => EmotionEvaluation.LabelOf(aside, r, options) != FerPlus.Dropped)) continue;
            using var classifier = EmotionClassifier.Open(result.ModelPath);
            var answers = EmotionEvaluation.Run(aside, EmotionScorers.Of(classifier, labels), options, clock);
            yield return EvaluationReport.Of($"{(labels == EmotionLabels.FerPlus ? "FER+ (strict)" : "FER2013's seven")}{suffix}", answers, aside, rows, new() { ShowsPictures = true, Unsure = labels == EmotionLabels.FerPlus ? result.Calibration.Unsure : null });
        }

        if (HappyAgainstSad(result, aside, clock) is { } two) yield return EvaluationReport.Of($"happy against sad alone{suffix}", two, aside, rows with { OnlyClasses = two.ClassNames }, new() { WorstMistakes = 0 });
        if (result.Heads.Contains(ExpressionHeads.Vad)) yield return VadEvaluation.Run(aside, result.ModelPath, $"valence, arousal and dominance{suffix}", rows);
    }

    // What others report as 95 %: the two expressions that are easiest to tell apart, and no other answer allowed.
    private static EmotionReport? HappyAgainstSad(EmotionTrainingResult result, FaceImageSet aside, TimeProvider clock)
    {
        var labels = result.Heads.Contains(ExpressionHeads.FerPlus) ? EmotionLabels.FerPlus : EmotionLabels.Fer2013;
        EmotionEvaluationOptions options = new() { Labels = labels, Classes = ["happy", "sad"] };
        var chosen = options.ClassIndices();
        var found = Enumerable.Range(0, aside.Count).Select(r => EmotionEvaluation.LabelOf(aside, r, options)).Where(chosen.Contains).Distinct();
        if (found.Count() < 2 || !result.Heads.Any(h => h is ExpressionHeads.FerPlus or ExpressionHeads.Fer2013)) return null;
        using var classifier = EmotionClassifier.Open(result.ModelPath);
        return EmotionEvaluation.Run(aside, EmotionScorers.Of(classifier, labels), options, clock);
    }

    private static EmotionLabels LabelsOf(ClassBalance balance) => balance.ClassNames.Count == ExpressionLabels.Fer2013.Count ? EmotionLabels.Fer2013 : EmotionLabels.FerPlus;

    private static string NameOf(FaceImageSet set, int row) => set.ExpressionOf(row) is { } emotion ? Core.Mood.Emotions.NameOf(emotion) : "";
}
