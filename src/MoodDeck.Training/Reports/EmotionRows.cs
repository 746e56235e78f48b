using MoodDeck.Training.Data;
using MoodDeck.Training.Metrics;

namespace MoodDeck.Training.Reports;

/// <summary>Says of an evaluation's rows what they are and what speaks against believing their figures.</summary>
public static class EmotionRows
{
    private const string LearnedFrom = "Training";

    /// <summary>The rows that were answered.</summary>
    /// <param name="source">Where they come from, as the user named it.</param>
    /// <param name="set">The pictures.</param>
    /// <param name="report">The answers.</param>
    /// <param name="options">How the rows were chosen.</param>
    /// <param name="withoutCopiesOf">The usage whose copies were left out; null for none.</param>
    /// <param name="areKeptAside">Whether the pictures are those that a training keeps aside.</param>
    public static RowsJudged Of(string source, FaceImageSet set, EmotionReport report, EmotionEvaluationOptions options, string? withoutCopiesOf = null, bool areKeptAside = false)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(options);
        if (areKeptAside) return new() { Description = "the part that a training keeps aside, " + Describe(source, options, withoutCopiesOf), UsedFor = RowUse.ChoosingEpoch | RowUse.Calibration, OnlyClasses = options.Classes is null ? null : report.ClassNames };
        var learned = Enumerable.Range(0, set.Count).Where(row => IsLearnedFrom(set, row)).ToHashSet();
        var judged = report.Answers.Select(a => a.Row).ToList();
        var own = judged.Count(learned.Contains);
        var others = judged.Where(row => !learned.Contains(row)).ToList();
        return new()
        {
            Description = Describe(source, options, withoutCopiesOf),
            CopiesOfTraining = learned.Count == 0 || others.Count == 0 ? null : DuplicateGroups.Find(set).RowsSharedWith(others, learned).Length,
            OnlyClasses = options.Classes is null ? null : report.ClassNames,
            Cautions = own == 0 ? [] : [FormattableString.Invariant($"{own:#,0} of these rows {(own == 1 ? "has" : "have")} the usage {LearnedFrom}. A model that learned from them knows their answers: judge it by other rows, such as --usage PublicTest.")],
        };
    }

    private static string Describe(string source, EmotionEvaluationOptions options, string? withoutCopiesOf)
    {
        var rows = options.Usage is null ? "all rows" : $"rows of the usage {options.Usage}";
        var labels = options.Labels == EmotionLabels.Fer2013 ? "FER2013's labels" : $"the eight expressions by votes ({(options.Protocol == FerPlusProtocol.Strict ? "strict" : "plurality")} protocol)";
        var copies = withoutCopiesOf is null ? "" : $", without rows whose very picture also occurs with the usage {withoutCopiesOf}";
        return $"{rows} of {source}, {labels}{copies}";
    }

    private static bool IsLearnedFrom(FaceImageSet set, int row) =>
        set.Usages[row] < set.UsageNames.Count && set.UsageOf(row).Equals(LearnedFrom, StringComparison.OrdinalIgnoreCase);
}
