using System.CommandLine;
using MoodDeck.Cli.Analyze;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Training.Data;
using MoodDeck.Training.Detection;
using MoodDeck.Training.Reports;
using MoodDeck.Vision.Faces;

namespace MoodDeck.Cli.Evaluate;

/// <summary><c>evaluate faces</c>: face detectors on labelled pictures.</summary>
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
        Option<string[]> detectors = new("--detector") { HelpName = "D", Description = $"Face detector: {FaceDetectors.Expected} (default: {FaceDetectors.Deck}, MoodDeck's own). Several are set side by side." };
        Option<bool> quick = new("--quick") { Description = "Look as at a camera frame, at small copies only, instead of as at a photo." };
        Option<string?> report = new("--report") { HelpName = "HTML", Description = "Also write a page with all figures and the curve of precision over recall, and the same as JSON beside it; for one detector." };
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "faces", "Measure face detectors: a hit overlaps by half; faces under 20 pixels high do not count.",
            "mooddeck evaluate faces --images faces.zip --labels labels.csv --prefix val/",
            "mooddeck evaluate faces --images pictures/ --labels labels.csv --detector deck --detector haarcascade_frontalface_default.xml")
        {
            images, labels, prefix, detectors, quick, report, json,
        };
        command.SetAction(parsed =>
        {
            var named = parsed.GetValue(detectors) is { Length: > 0 } given ? given.Select(ModelOptions.DetectorOf).ToArray() : [FaceDetectors.Deck];
            if (named.Length > 1 && parsed.GetValue(report) is not null) throw CliException.Usage("--report is about one detector. Name one, or leave --report out.");
            foreach (var name in named) FaceDetectors.Open(name).Dispose(); // what cannot be used should show before minutes of work
            var set = FaceDetectionSet.Load(parsed.GetRequiredValue(images), parsed.GetRequiredValue(labels), parsed.GetValue(prefix));
            foreach (var problem in set.Problems) Console.Error.WriteLine($"skipped {problem}");
            var search = parsed.GetValue(quick) ? FaceSearch.Quick : FaceSearch.Thorough;
            var judged = named.Select(name => Judge(name, set, search)).ToArray();
            FacesEvaluationAnswer[] answers = [.. judged.Select(j => FacesEvaluationAnswer.Of(j.Name, j.Curve.At(j.Threshold), j.MedianMs))];
            if (!parsed.GetValue(json)) FacesText.Write(answers);
            else if (answers is [var only]) JsonOutput.Write(only);
            else JsonOutput.Write(new FacesComparisonAnswer(answers));
            if (parsed.GetValue(report) is { } page)
            {
                var rows = $"{(parsed.GetValue(prefix) is { } p ? $"pictures under {p}" : "all pictures")} of {Path.GetFileName(parsed.GetRequiredValue(labels))}, searched {(search == FaceSearch.Quick ? "as a camera frame" : "as a photo")}";
                var files = ReportFiles.Save(ReportOf(judged[0], set, rows), page);
                Console.Error.WriteLine($"The report is {files.HtmlPath}, its figures as JSON {files.JsonPath}.");
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static Judged Judge(string name, FaceDetectionSet set, FaceSearch search)
    {
        double threshold;
        using (var asUsed = FaceDetectors.Open(name)) threshold = asUsed.Threshold;
        using var detector = FaceDetectors.Open(name, new() { Threshold = Math.Min(LowestThreshold, threshold) });
        var evaluation = DetectionEvaluation.Run(set, detector, search, TimeProvider.System);
        return new(detector.Name, threshold, evaluation.Curve(), evaluation.MedianMilliseconds);
    }

    private static RunReport ReportOf(Judged judged, FaceDetectionSet set, string rows) => new()
    {
        Title = $"{judged.Name} on labelled pictures",
        CreatedAt = TimeProvider.System.GetUtcNow(),
        Data = set.Problems.Count == 0 ? null : new DataReport { Skipped = [.. set.Problems.Select(p => p.Split(": ", 2) is [var where, var reason] ? new SkippedRow(where, reason) : new SkippedRow("", p))] },
        Detection = new(judged.Curve.At(judged.Threshold), judged.Curve.Points(), judged.MedianMs, new RowsJudged { Description = rows }),
    };

    private sealed record Judged(string Name, double Threshold, DetectionCurve Curve, double MedianMs);
}
