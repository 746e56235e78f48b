namespace MoodDeck.Training.Comparisons;

/// <summary>How a comparison calls things, wherever it is shown.</summary>
public static class ComparisonNames
{
    /// <summary>The labels of a task.</summary>
    /// <param name="task"><c>ferplus</c> or <c>fer2013</c>.</param>
    public static string Of(string task) => task == "ferplus" ? "FER+ strict" : "FER2013";

    /// <summary>An accuracy with its interval, or a dash where there is none.</summary>
    public static string Accuracy(ComparedScore? score) =>
        score is null ? "–" : FormattableString.Invariant($"{score.Accuracy:0.000} ({score.AccuracyCi95[0]:0.000}–{score.AccuracyCi95[1]:0.000})");

    /// <summary>What the finished models were judged on, as a sentence.</summary>
    public static string Judged(ComparisonReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.JudgeOn is { } usage
            ? FormattableString.Invariant($"The model files were judged on the {report.Judged:#,0} pictures of {usage}, which were neither learned from nor chosen by{Copies(report)}.")
            : FormattableString.Invariant($"The model files were judged on the {report.Judged:#,0} pictures kept aside, which chose the epoch as well: the figures are a little too good.");
    }

    private static string Copies(ComparisonReport report) => report.Copies == 0 ? "" : FormattableString.Invariant($"; {report.Copies:#,0} of them are the very same as a picture that was");
}
