using System.Xml.Linq;

namespace MoodDeck.Training.Reports.Pages;

/// <summary>What a hurried reader should see: the figures, and what to know before believing them.</summary>
internal static class OverviewSection
{
    /// <summary>The section; null when there is nothing to say.</summary>
    public static XElement? Of(RunReport report)
    {
        object?[] content = [Warnings(report), Folds(report), Classifications(report), Regressions(report), Detection(report)];
        return content.All(c => c is null) ? null : Html.Section("overview", "In short", content);
    }

    /// <summary>Sentences set apart; null for none.</summary>
    public static XElement? Note(IEnumerable<string> sentences)
    {
        XElement note = new("aside", new XAttribute("class", "note"), new XAttribute("role", "note"), sentences.Select(s => Html.Paragraph(Html.Short(s, 600))));
        return note.HasElements ? note : null;
    }

    private static XElement? Warnings(RunReport report) => Note(
    [
        .. report.Warnings,
        .. report.Evaluations.SelectMany(e => e.Rows.Warnings.Select(w => (e.Name, Warning: w))).GroupBy(w => w.Warning)
            .Select(g => $"{Whose([.. g.Select(w => w.Name)], report.Evaluations.Count)}: {g.Key}"),
        .. report.Detection?.Rows.Warnings ?? [],
    ]);

    // What holds of every fold is said once.
    private static string Whose(IReadOnlyList<string> evaluations, int all) =>
        evaluations.Count > 1 && evaluations.Count == all ? "Every evaluation"
        : $"Evaluation{(evaluations.Count > 1 ? "s" : "")} {string.Join(", ", evaluations.Select(e => $"“{Html.Short(e)}”"))}";

    private static XElement? Classifications(RunReport report)
    {
        var judged = report.Evaluations.Where(e => e.Classification is not null).ToList();
        if (judged.Count == 0) return null;
        var hasUnsure = judged.Any(e => e.Classification!.Unsure is not null);
        return Html.Table(
            "Answers that are classes",
            ["rows judged", "rows", "accuracy", "95 % interval", "balanced accuracy", "macro-F1", "calibration error", .. hasUnsure ? ["share unsure"] : (string[])[]],
            judged.Select(e => Row(e, e.Classification!, hasUnsure)));
    }

    private static string[] Row(EvaluationReport e, ClassificationReport c, bool hasUnsure) =>
    [
        Html.Short(e.Name), Html.Whole(c.Samples), Html.Figure(c.Accuracy), Html.Interval(c.AccuracyCi95[0], c.AccuracyCi95[1]),
        Html.Figure(c.BalancedAccuracy), Html.Figure(c.MacroF1), Html.Figure(c.Ece), .. hasUnsure ? [Html.Figure(c.Unsure)] : (string[])[],
    ];

    private static XElement? Regressions(RunReport report)
    {
        var rows = report.Evaluations.SelectMany(e => e.Regression.Select(r => (string[])
            [Html.Short(e.Name), r.Dimension, Html.Whole(r.Figures.Samples), Html.Figure(r.Figures.MeanAbsoluteError), Html.Figure(r.Figures.Pearson), Html.Figure(r.Figures.Concordance)])).ToList();
        return rows.Count == 0 ? null : Html.Table("Answers that are numbers", ["rows judged", "dimension", "rows", "mean error", "Pearson r", "CCC"], rows, 2);
    }

    private static XElement? Detection(RunReport report) => report.Detection is not { } d ? null : Html.Table(
        "Faces found", ["pictures", "faces", "recall", "precision", "average precision", "threshold"],
        [[Html.Whole(d.Figures.Images), Html.Whole(d.Figures.Faces), Html.Figure(d.Figures.Recall), Html.Figure(d.Figures.Precision), Html.Figure(d.Figures.AveragePrecision), Html.Figure(d.Figures.Threshold)]]);

    private static XElement? Folds(RunReport report) => report.Folds.Count == 0 ? null : Html.Table(
        FormattableString.Invariant($"Over {report.Curves.Count} folds, each at its best epoch"), ["figure", "mean", "standard deviation"],
        report.Folds.Select(f => (string[])[FigureTitles.Of(f.Name), Html.Figure(f.Mean), Html.Figure(f.StandardDeviation)]));
}
