using System.Xml.Linq;
using MoodDeck.Training.Reports.Plots;

namespace MoodDeck.Training.Reports.Pages;

/// <summary>How the model did on labelled rows.</summary>
internal static class EvaluationSection
{
    /// <summary>The section.</summary>
    public static XElement Of(EvaluationReport evaluation, int number, FigureNumbers figures) => Html.Section(
        FormattableString.Invariant($"evaluation-{number}"), Html.Short($"Evaluation: {evaluation.Name}", 120),
        Html.Paragraph($"Rows judged: {Html.Short(evaluation.Rows.Description, 400)}."),
        OverviewSection.Note(evaluation.Rows.Warnings),
        evaluation.Classification is { } c ? Classification(evaluation.Name, c, figures) : null,
        evaluation.Distorted.Count > 0 ? Distorted(evaluation, figures) : null,
        evaluation.Regression.Select(r => Regression(r, figures)).ToList(),
        MistakesPart.Of(evaluation.Mistakes));

    private static object?[] Classification(string name, ClassificationReport c, FigureNumbers figures) =>
    [
        Html.Paragraph(FormattableString.Invariant(
            $"{Html.Whole(c.Correct)} of {Html.Whole(c.Samples)} rows were answered rightly: accuracy {Html.Figure(c.Accuracy)} (95 % interval {Html.Interval(c.AccuracyCi95[0], c.AccuracyCi95[1])}). Balanced accuracy {Html.Figure(c.BalancedAccuracy)}, macro-F1 {Html.Figure(c.MacroF1)}, expected calibration error {Html.Figure(c.Ece)}.")),
        c.Detected is { } found ? Html.Paragraph($"The face was found in {Html.Figure(found)} of the rows; the others count as wrong and stand in no column of the confusion matrix.") : null,
        c.UnsureBelow is { } least ? Html.Paragraph(UnsureSentence(c, least)) : null,
        c.Named.Count > 0 ? Named(c) : null,
        new XElement("h3", "By class"),
        ByClass(name, c, figures),
        new XElement("h3", "Confusion matrix"),
        Confusion(name, c, figures),
        new XElement("h3", "Calibration"),
        Reliability(name, c, figures),
    ];

    private static string UnsureSentence(ClassificationReport c, double least) =>
        $"In use, an answer below a probability of {Html.Figure(least)}, or below its class's own in the table, is “unsure”: that is {Html.Figure(c.Unsure)} of these answers. Of the others {Html.Figure(c.AccuracyWhereSure)} are right. The figures here count every answer.";

    private static object[] Distorted(EvaluationReport evaluation, FigureNumbers figures)
    {
        var plain = evaluation.Classification!;
        (string Name, string Summary, double Accuracy, double[] Interval, double MacroF1)[] rows =
            [("as they are", "nothing is changed", plain.Accuracy, plain.AccuracyCi95, plain.MacroF1), .. evaluation.Distorted.Select(d => (d.Name, d.Summary, d.Accuracy, d.AccuracyCi95, d.MacroF1))];
        var figure = figures.Figure(
            RowPlot.Marks($"Faces changed for the worse, {Html.Short(evaluation.Name)}", "Marks from 0 to 1; the table has the same numbers.", "share", [.. rows.Select(r => r.Name)],
                [new("accuracy", [.. rows.Select(r => r.Accuracy)]), new("macro-F1", [.. rows.Select(r => r.MacroF1)])]),
            "Faces changed for the worse", "The same rows, each changed in one way. The nearer a mark to the topmost, the less that change matters.");
        figure.Add(Html.Table("Faces changed for the worse", ["faces", "what is done", "accuracy", "95 % interval", "macro-F1"], rows.Select(r => (string[])
            [r.Name, r.Summary, Html.Figure(r.Accuracy), Html.Interval(r.Interval[0], r.Interval[1]), Html.Figure(r.MacroF1)]), 2));
        return [new XElement("h3", "Faces changed for the worse"), figure];
    }

    private static XElement Named(ClassificationReport c) => Html.Table(
        "What is named in use", ["class", "named from", "named", "right", "95 % interval", "found", "95 % interval"], c.Named.Select(n => (string[])
        [
            Html.Short(n.Label, Html.LongestClass), Html.Figure(n.Least), Html.Whole(n.Said), n.Said == 0 ? "–" : Html.Figure(n.Precision), n.Said == 0 ? "–" : Html.Interval(n.PrecisionCi95[0], n.PrecisionCi95[1]),
            n.Support == 0 ? "–" : Html.Figure(n.Recall), n.Support == 0 ? "–" : Html.Interval(n.RecallCi95[0], n.RecallCi95[1]),
        ]));

    private static XElement ByClass(string name, ClassificationReport c, FigureNumbers figures)
    {
        string[] names = [.. c.PerClass.Select(p => Html.Short(p.Label, Html.LongestClass))];
        var plot = RowPlot.Marks(
            $"Precision, recall and F1 by class, {Html.Short(name)}", "Marks from 0 to 1; the table has the same numbers.", "share", names,
            [new("precision", [.. c.PerClass.Select(p => p.Precision)]), new("recall", [.. c.PerClass.Select(p => p.Recall)]), new("F1", [.. c.PerClass.Select(p => p.F1)])]);
        var figure = figures.Figure(plot, "Precision, recall and F1 by class", "Precision: when it names the class, how often it is right. Recall: how much of the class it finds. Low recall with high precision means the class is named too seldom.");
        figure.Add(Html.Table("By class", ["class", "precision", "recall", "F1", "rows"], c.PerClass.Select((p, i) => (string[])[names[i], Html.Figure(p.Precision), Html.Figure(p.Recall), Html.Figure(p.F1), Html.Whole(p.Support)])));
        return figure;
    }

    private static XElement Confusion(string name, ClassificationReport c, FigureNumbers figures)
    {
        string[] names = [.. c.PerClass.Select(p => Html.Short(p.Label, Html.LongestClass))];
        return figures.Figure(
            ConfusionPlot.Draw($"Confusion matrix, {Html.Short(name)}", "Rows are truths, columns answers; the table has the same counts.", names, c.Confusion), "Confusion matrix",
            "Each row is what the faces were, each column what was answered: share of the row, with the count below. A perfect model fills only the diagonal.",
            Html.Table("Counts: truth by row, answer by column", ["truth", .. names, "all"], c.Confusion.Select((row, i) => (string[])[names[i], .. row.Select(n => Html.Whole(n)), Html.Whole(row.Sum())])));
    }

    private static XElement Reliability(string name, ClassificationReport c, FigureNumbers figures) => figures.Figure(
        ReliabilityPlot.Draw($"Reliability diagram, {Html.Short(name)}", $"Expected calibration error {Html.Figure(c.Ece)}; the table has the same numbers.", c.Reliability), "Reliability diagram",
        "Answers are sorted into 15 bins by how sure the model was. On the dashed line it is right as often as it claims; below it, it is too sure of itself. Bins with few rows (lower part) have wide intervals.",
        Html.Table("Bins of the top probability", ["above", "up to", "rows", "mean probability", "share right", "95 % interval"], c.Reliability.Select(b => (string[])
        [
            Html.Figure(b.Low), Html.Figure(b.High), Html.Whole(b.Count), b.Count == 0 ? "–" : Html.Figure(b.MeanConfidence), b.Count == 0 ? "–" : Html.Figure(b.ShareRight),
            b.Count == 0 ? "–" : Html.Interval(b.Interval.Low, b.Interval.High),
        ]), 0));

    private static object[] Regression(RegressionReport r, FigureNumbers figures) =>
    [
        new XElement("h3", r.Dimension),
        Html.Table(
            $"How near {r.Dimension} came", ["rows", "mean absolute error", "Pearson r", "concordance (CCC)"],
            [[Html.Whole(r.Figures.Samples), Html.Figure(r.Figures.MeanAbsoluteError), Html.Figure(r.Figures.Pearson), Html.Figure(r.Figures.Concordance)]], 0),
        figures.Figure(
            ScatterPlot.Draw($"Answered over true {r.Dimension}", $"Concordance {Html.Figure(r.Figures.Concordance)}, correlation {Html.Figure(r.Figures.Pearson)}.", r.Dimension, r.Points),
            $"Answered over true {r.Dimension}", "On the dashed line answer and truth are the same. A flat cloud means the model stays near the middle." + (r.Points.Count < r.Figures.Samples ? $" {Html.Whole(r.Points.Count)} rows are drawn, all are counted." : "")),
    ];
}
