using System.Xml.Linq;
using MoodDeck.Training.Reports.Plots;

namespace MoodDeck.Training.Reports.Pages;

/// <summary>How a face detector did.</summary>
internal static class DetectionSection
{
    /// <summary>The section.</summary>
    public static XElement Of(FaceDetectionReport report, FigureNumbers figures) => Html.Section("detection", "Faces found",
        Html.Paragraph($"Pictures judged: {Html.Short(report.Rows.Description, 400)}. A detection counts as a hit when it overlaps a face by half (IoU 0.5); faces under 20 pixels high are neither hits nor misses."),
        OverviewSection.Note(report.Rows.Warnings),
        report.MedianMilliseconds is { } ms ? Html.Paragraph(FormattableString.Invariant($"Half the pictures took less than {ms:0.0} ms, decoding not counted.")) : null,
        report.Curve.Count == 0 ? null : Curve(report, figures),
        Html.Table(
            FormattableString.Invariant($"By source, at the threshold of {report.Figures.Threshold:0.000}"), ["source", "faces", "found", "recall", "false alarms"],
            report.Figures.BySource.Select(s => (string[])[Html.Short(s.Source), Html.Whole(s.Faces), Html.Whole(s.Hits), Html.Figure(s.Recall), Html.Whole(s.FalseAlarms)])));

    private static XElement Curve(FaceDetectionReport report, FigureNumbers figures)
    {
        var used = report.Curve.MinBy(p => Math.Abs(p.Threshold - report.Figures.Threshold));
        return figures.Figure(
            LinePlot.Draw("Precision over recall", $"Average precision {Html.Figure(report.Figures.AveragePrecision)}.", "recall", "precision",
                [new("detector", [.. report.Curve.Select(p => (p.Recall, p.Precision))], used.Recall, used.Precision)], wholeX: false, yRange: (0, 1), xRange: (0, 1), ringName: "as used"),
            "Precision over recall at every threshold", "To the right it finds more faces, at the cost of more false alarms. The ring is the threshold the detector works with.",
            Html.Table("Some of the points", ["threshold", "recall", "precision"], Some(report).Select(p => (string[])[Html.Figure(p.Threshold), Html.Figure(p.Recall), Html.Figure(p.Precision)]), 0));
    }

    private static IEnumerable<Detection.PrecisionRecallPoint> Some(FaceDetectionReport report)
    {
        var step = Math.Max(1, report.Curve.Count / 20);
        return report.Curve.Where((_, i) => i % step == 0 || i == report.Curve.Count - 1);
    }
}
