using System.Xml.Linq;
using MoodDeck.Training.Reports.Plots;

namespace MoodDeck.Training.Comparisons;

/// <summary>The drawings of a comparison; an architecture has the same colour and shape in each.</summary>
internal static class ComparisonPlots
{
    private const double SecondsOfMinutes = 180;

    /// <summary>Validation accuracy against the time since the training's start.</summary>
    public static XElement Time(ComparisonReport report)
    {
        var task = report.Tasks[0];
        var inMinutes = report.Architectures.Max(a => a.Seconds) >= SecondsOfMinutes;
        return LinePlot.Draw(
            "Accuracy by time of training", $"{ComparisonNames.Of(task)} accuracy on the rows kept aside after each epoch. {Ends(report, task)}", $"{(inMinutes ? "minutes" : "seconds")} of training, validation counted",
            $"{ComparisonNames.Of(task)} accuracy, rows kept aside", [.. report.Architectures.Select(Line)], wholeX: false, xRange: (0, 0), ringName: "epoch kept");

        LineSeries Line(ComparedArchitecture a)
        {
            var points = a.Course.Where(c => c.Figures.ContainsKey(task)).Select(c => (X: c.Seconds / (inMinutes ? 60 : 1), Y: c.Figures[task], c.Epoch)).ToList();
            return new(a.Name, [.. points.Select(p => (p.X, p.Y))], points.Where(p => p.Epoch == a.BestEpoch).Select(p => (double?)p.X).FirstOrDefault());
        }
    }

    /// <summary>Accuracy of the finished models against what they cost.</summary>
    public static XElement Cost(ComparisonReport report, string cost, Func<ComparedArchitecture, long> of)
    {
        var task = report.Tasks[0];
        return PointPlot.Draw(
            $"Accuracy by {cost}", $"{ComparisonNames.Of(task)} accuracy with its interval of 95 %. {Ends(report, task)}", $"{cost} (logarithmic)", $"{ComparisonNames.Of(task)} accuracy",
            [.. report.Architectures.Select(a => (a, Score: a.ScoreOf(task))).Where(p => p.Score is not null).Select(p => new NamedPoint(p.a.Name, of(p.a), p.Score!.Accuracy, p.Score.AccuracyCi95[0], p.Score.AccuracyCi95[1]))]);
    }

    private static string Ends(ComparisonReport report, string task) =>
        string.Join(", ", report.Architectures.Select(a => a.ScoreOf(task) is { } score ? FormattableString.Invariant($"{a.Name} {score.Accuracy:0.000}") : a.Name)) + ".";
}
