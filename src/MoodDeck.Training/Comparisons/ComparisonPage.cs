using System.Text;
using MoodDeck.Training.Reports;

namespace MoodDeck.Training.Comparisons;

/// <summary>The Markdown page of a comparison.</summary>
internal static class ComparisonPage
{
    /// <summary>The page.</summary>
    /// <param name="report">What it shows.</param>
    /// <param name="origin">Where it was measured.</param>
    /// <param name="images">The paths of its three drawings as the page links to them: time, MACs, parameters.</param>
    public static string Of(ComparisonReport report, ComparisonOrigin origin, IReadOnlyList<string> images)
    {
        var task = ComparisonNames.Of(report.Tasks[0]);
        StringBuilder page = new();
        page.Append(FormattableString.Invariant($"""
            # Architectures compared

            Each network learned the same {report.Learned:#,0} pictures for about {report.Minutes:0.##} minutes, as nearly as whole epochs allow. The same time is
            not the same chance: a large network has hardly begun when a small one is nearly done. What this shows is which one to take when
            time is short, not how good each gets.

            ```
            {origin.Command}
            ```

            - Measured on {report.CreatedAt:yyyy-MM-dd}: {origin.Processor}, {origin.Cores} cores, {report.Threads} threads.
            - Epochs were chosen by {report.KeptAside:#,0} pictures ({report.ChosenBy}).
            - {ComparisonNames.Judged(report)}
            - Settings, the same for all: {report.Settings}.

            ## What they cost


            """));
        Table(page, ["architecture", "", "width", "parameters", "MACs a face", "file"], report.Architectures.Select(a => (string[])
        [
            $"`{a.Name}`", a.Summary, FormattableString.Invariant($"{a.Width}"), SiNumber.Of(a.Parameters), SiNumber.Of(a.Macs), $"{SiNumber.Of(a.FileBytes)}B",
        ]));
        page.Append("\n## What they gave\n\n");
        Table(page, [
            "architecture", "epochs", "images/s", "seconds", .. report.Tasks.Select(t => $"{ComparisonNames.Of(t)} (95 %)"), $"macro-F1, {task}", .. report.Copies > 0 ? [$"{task} without copies"] : (string[])[],
        ], report.Architectures.Select(a => (string[])
        [
            $"`{a.Name}`{(a.Interrupted ? " *" : "")}", FormattableString.Invariant($"{a.Epochs}"), FormattableString.Invariant($"{a.ImagesPerSecond:0}"), FormattableString.Invariant($"{a.Seconds:0}"),
            .. report.Tasks.Select(t => ComparisonNames.Accuracy(a.ScoreOf(t))), Share(a.ScoreOf(report.Tasks[0])?.MacroF1), .. report.Copies > 0 ? [Share(a.ScoreOf(report.Tasks[0])?.AccuracyWithoutCopies)] : (string[])[],
        ]));
        if (report.Architectures.Any(a => a.Interrupted)) page.Append("\n\\* was stopped and resumed; the time of one epoch counts from there.\n");
        page.Append(FormattableString.Invariant($"""

            Images a second are those learned from, validation counted in the time. Intervals are Wilson's (1927): they cover the chance of which
            rows are judged, not that of another seed. MACs are multiply-accumulates.

            ![Validation accuracy against the time of training, a line for each architecture]({images[0]})

            ![Accuracy against multiply-accumulates of a face]({images[1]})

            ![Accuracy against learned numbers]({images[2]})

            """));
        return page.ToString();
    }

    private static void Table(StringBuilder page, IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        page.Append("| ").AppendJoin(" | ", head).Append(" |\n|").AppendJoin('|', head.Select((h, i) => i == 0 || h.Length == 0 ? "---" : "--:")).Append("|\n");
        foreach (var row in rows) page.Append("| ").AppendJoin(" | ", row).Append(" |\n");
    }

    private static string Share(double? value) => value is { } share ? FormattableString.Invariant($"{share:0.000}") : "–";
}
