using System.CommandLine;
using MoodDeck.Cli.Analyze;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Training.Data;
using MoodDeck.Training.Detection;
using MoodDeck.Training.Reports;
using MoodDeck.Vision.Faces;
using Spectre.Console;

namespace MoodDeck.Cli.Evaluate;

/// <summary><c>evaluate faces</c>: a face detector on labelled pictures.</summary>
internal static class EvaluateFacesCommand
{
    // Low enough for the whole curve of precision over recall.
    private const double LowestThreshold = 0.02;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Option<string> images = new("--images") { HelpName = "ZIP|TAR|DIR", Required = true, Description = "The pictures." };
        Option<string> labels = new("--labels") { HelpName = "CSV", Required = true, Description = "Their faces: image,x,y,w,h,source; an empty box for a picture without a face." };
        Option<string?> prefix = new("--prefix") { HelpName = "P", Description = "Only pictures whose name begins so, such as val/ (default: all)." };
        Option<bool> quick = new("--quick") { Description = "Look as at a camera frame, at small copies only, instead of as at a photo." };
        Option<string?> report = new("--report") { HelpName = "HTML", Description = "Also write a page with all figures and the curve of precision over recall, and the same as JSON beside it." };
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "faces", "Measure a face detector: a hit overlaps by half; faces under 20 pixels high do not count.",
            "mooddeck evaluate faces --images faces.zip --labels labels.csv --prefix val/", "mooddeck evaluate faces --images pictures/ --labels labels.csv --detector other.onnx --json")
        {
            images, labels, prefix, ModelOptions.Detector, quick, report, json,
        };
        command.SetAction(parsed =>
        {
            var model = ModelOptions.Of(parsed).FaceModelPath;
            double threshold;
            using (var asUsed = FaceDetector.Open(model)) threshold = asUsed.Threshold;
            var set = FaceDetectionSet.Load(parsed.GetRequiredValue(images), parsed.GetRequiredValue(labels), parsed.GetValue(prefix));
            foreach (var problem in set.Problems) Console.Error.WriteLine($"skipped {problem}");
            using var detector = FaceDetector.Open(model, new() { Threshold = Math.Min(LowestThreshold, threshold) });
            var search = parsed.GetValue(quick) ? FaceSearch.Quick : FaceSearch.Thorough;
            var evaluation = DetectionEvaluation.Run(set, detector, search, TimeProvider.System);
            var curve = evaluation.Curve();
            var answer = FacesEvaluationAnswer.Of(curve.At(threshold), evaluation.MedianMilliseconds);
            if (parsed.GetValue(json)) JsonOutput.Write(answer);
            else Print(answer, detector.Name);
            if (parsed.GetValue(report) is { } page)
            {
                var rows = $"{(parsed.GetValue(prefix) is { } p ? $"pictures under {p}" : "all pictures")} of {Path.GetFileName(parsed.GetRequiredValue(labels))}, searched {(search == FaceSearch.Quick ? "as a camera frame" : "as a photo")}";
                var files = ReportFiles.Save(ReportOf(detector.Name, set, new(curve.At(threshold), curve.Points(), evaluation.MedianMilliseconds, new RowsJudged { Description = rows })), page);
                Console.Error.WriteLine($"The report is {files.HtmlPath}, its figures as JSON {files.JsonPath}.");
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static RunReport ReportOf(string detector, FaceDetectionSet set, FaceDetectionReport detection) => new()
    {
        Title = $"{detector} on labelled pictures",
        CreatedAt = TimeProvider.System.GetUtcNow(),
        Data = set.Problems.Count == 0 ? null : new DataReport { Skipped = [.. set.Problems.Select(p => p.Split(": ", 2) is [var where, var reason] ? new SkippedRow(where, reason) : new SkippedRow("", p))] },
        Detection = detection,
    };

    private static void Print(FacesEvaluationAnswer answer, string name)
    {
        Console.Out.WriteLine(FormattableString.Invariant(
            $"{name} on {answer.Images} pictures with {answer.Faces} faces: recall {answer.Recall:0.000}, precision {answer.Precision:0.000}, average precision {answer.AveragePrecision:0.000}, {answer.MedianMs:0.0} ms a picture"));
        var table = new Table().Border(TableBorder.Simple).AddColumns("source", "faces", "recall", "false alarms");
        foreach (var s in answer.BySource)
            table.AddRow(Markup.Escape(s.Source), FormattableString.Invariant($"{s.Faces}"), FormattableString.Invariant($"{s.Recall:0.000}"), FormattableString.Invariant($"{s.FalseAlarms}"));
        Terminal.Write(table);
    }
}
