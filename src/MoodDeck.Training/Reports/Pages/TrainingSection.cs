using System.Xml.Linq;
using MoodDeck.Training.Reports.Plots;

namespace MoodDeck.Training.Reports.Pages;

/// <summary>The course of the training.</summary>
internal static class TrainingSection
{
    /// <summary>The section.</summary>
    public static XElement Of(RunReport report, FigureNumbers figures) => Html.Section("training", "Training",
        Html.Paragraph(Sentence(report.Curves)),
        Loss(report.Curves, figures),
        report.Curves.Count == 1 ? Shares(report.Curves[0], figures) : report.Folds.Select(f => FoldPlot(report.Curves, f, figures)).ToList(),
        report.Curves.Count == 1 ? OtherFigures(report.Curves[0], figures) : null,
        LearningRate(report.Curves[0], figures),
        report.Folds.Count == 0 ? null : FoldTable(report),
        report.Curves.Select(c => Html.Folded(report.Curves.Count == 1 ? "Every epoch" : $"Every epoch of {Html.Short(c.Name, 40)}", Epochs(c))));

    private static string Sentence(IReadOnlyList<TrainingCurve> curves)
    {
        var seconds = curves.Sum(c => c.Epochs.Sum(e => e.Seconds));
        var time = seconds is >= 0.5 and < 1.5 ? "1 second" : seconds < 120 ? FormattableString.Invariant($"{seconds:0} seconds") : seconds < 7200 ? FormattableString.Invariant($"{seconds / 60:0} minutes") : FormattableString.Invariant($"{seconds / 3600:0.0} hours");
        if (curves.Count > 1) return FormattableString.Invariant($"{curves.Count} folds, each trained on the others and judged by its own rows, took {time} in all.");
        var epochs = curves[0].Epochs.Count;
        var kept = curves[0].Best is { } best ? FormattableString.Invariant($" The weights of epoch {best.Epoch} were kept.") : "";
        return FormattableString.Invariant($"{epochs} {(epochs == 1 ? "epoch" : "epochs")} took {time}.{kept}");
    }

    private static XElement Loss(IReadOnlyList<TrainingCurve> curves, FigureNumbers figures) => figures.Figure(
        LinePlot.Draw("Training loss by epoch", Course(curves[0].Epochs.Select(e => e.Loss)), "epoch", "training loss", Lines(curves, e => e.Loss, "training loss")),
        "Training loss", "It should fall and level off. A sudden rise means the learning rate is too high. It says nothing about new faces.");

    private static XElement? Shares(TrainingCurve curve, FigureNumbers figures)
    {
        var names = curve.FigureNames.Where(n => IsShare([curve], n)).ToList();
        if (names.Count == 0) return null;
        var range = names.SelectMany(n => Values(curve, n)).Any(v => v < 0.5) ? (0, 1) : (0.5, 1.0);
        return figures.Figure(
            LinePlot.Draw("Validation figures by epoch", Course(Values(curve, names[0])), "epoch", "share", [.. names.Select(n => new LineSeries(FigureTitles.Of(n), Points(curve, n), curve.BestEpoch))], yRange: range),
            "Validation figures, on rows kept aside", "Higher is better. Where a line falls while the training loss still falls, the model begins to learn its rows by heart. The ring marks the epoch that was kept; since it was chosen by these rows, its figures are a little too good.");
    }

    private static List<XElement> OtherFigures(TrainingCurve curve, FigureNumbers figures) =>
        [.. curve.FigureNames.Where(n => !IsShare([curve], n)).Select(n => figures.Figure(
            LinePlot.Draw($"{FigureTitles.Of(n)} by epoch", Course(Values(curve, n)), "epoch", FigureTitles.Of(n), [new(FigureTitles.Of(n), Points(curve, n), curve.BestEpoch)]),
            $"{Html.Capital(FigureTitles.Of(n))}, on rows kept aside", "The ring marks the epoch that was kept."))];

    private static XElement FoldPlot(IReadOnlyList<TrainingCurve> curves, FoldFigure figure, FigureNumbers figures) => figures.Figure(
        LinePlot.Draw($"{FigureTitles.Of(figure.Name)} by epoch and fold", Course(Values(curves[0], figure.Name)), "epoch", FigureTitles.Of(figure.Name),
            [.. curves.Select(c => new LineSeries(Html.Short(c.Name, 30), Points(c, figure.Name), c.BestEpoch))]),
        $"{Html.Capital(FigureTitles.Of(figure.Name))}, each fold on its own rows", "How far the lines lie apart is how much the figure depends on which rows happen to be judged. Rings mark the epochs that were kept.");

    private static XElement? LearningRate(TrainingCurve curve, FigureNumbers figures) => curve.Epochs.All(e => e.LearningRate is null) ? null : figures.Figure(
        LinePlot.Draw("Learning rate by epoch", Course(curve.Epochs.Select(e => e.LearningRate ?? double.NaN)), "epoch", "learning rate", [new("learning rate", [.. curve.Epochs.Select(e => ((double)e.Epoch, e.LearningRate ?? double.NaN))])], yRange: (0, 0), xRange: (curve.Epochs[0].Epoch, curve.Epochs[^1].Epoch)),
        "Learning rate at the last step of each epoch", "How large the steps were.");

    private static XElement FoldTable(RunReport report) => Html.Table(
        "Each fold at its best epoch", ["figure", .. report.Curves.Select(c => Html.Short(c.Name, 30)), "mean", "standard deviation"],
        report.Folds.Select(f => (string[])
        [
            FigureTitles.Of(f.Name), .. report.Curves.Select(c => Html.Figure(c.Best is { } best && best.Figures.TryGetValue(f.Name, out var v) ? v : null)), Html.Figure(f.Mean), Html.Figure(f.StandardDeviation),
        ]));

    private static XElement Epochs(TrainingCurve curve)
    {
        var names = curve.FigureNames;
        var hasRate = curve.Epochs.Any(e => e.LearningRate is not null);
        return Html.Table(
            "Every epoch; * marks the one kept", ["epoch", "training loss", .. names.Select(FigureTitles.Of), .. hasRate ? ["learning rate"] : (string[])[], "seconds"],
            curve.Epochs.Select(e => (string[])
            [
                FormattableString.Invariant($"{e.Epoch}{(e.Epoch == curve.BestEpoch ? " *" : "")}"), Four(e.Loss),
                .. names.Select(n => Four(e.Figures.GetValueOrDefault(n, double.NaN))),
                .. hasRate ? [e.LearningRate is { } rate ? FormattableString.Invariant($"{rate:0.#####}") : "–"] : (string[])[],
                FormattableString.Invariant($"{e.Seconds:0.0}"),
            ]));
    }

    private static string Four(double value) => double.IsFinite(value) ? FormattableString.Invariant($"{value:0.0000}") : "–";

    private static IReadOnlyList<LineSeries> Lines(IReadOnlyList<TrainingCurve> curves, Func<EpochPoint, double> value, string single) =>
        [.. curves.Select(c => new LineSeries(curves.Count == 1 ? single : Html.Short(c.Name, 30), [.. c.Epochs.Select(e => ((double)e.Epoch, value(e)))], c.BestEpoch == 0 ? null : c.BestEpoch))];

    private static (double X, double Y)[] Points(TrainingCurve curve, string figure) => [.. curve.Epochs.Where(e => e.Figures.ContainsKey(figure)).Select(e => ((double)e.Epoch, e.Figures[figure]))];

    private static IEnumerable<double> Values(TrainingCurve curve, string figure) => Points(curve, figure).Select(p => p.Y);

    // Shares belong on one axis from 0 to 1; other figures have units of their own.
    private static bool IsShare(IEnumerable<TrainingCurve> curves, string figure) => curves.SelectMany(c => Values(c, figure)).All(v => v is >= 0 and <= 1);

    private static string Course(IEnumerable<double> values)
    {
        var known = values.Where(double.IsFinite).ToList();
        return known.Count == 0 ? "No values." : FormattableString.Invariant($"From {known[0]:0.###} to {known[^1]:0.###}, between {known.Min():0.###} and {known.Max():0.###}.");
    }
}
