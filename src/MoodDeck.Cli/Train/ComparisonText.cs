using System.Globalization;
using MoodDeck.Cli.Output;
using MoodDeck.Training.Comparisons;
using MoodDeck.Training.Reports;
using Spectre.Console;

namespace MoodDeck.Cli.Train;

/// <summary>A comparison, for a terminal.</summary>
internal static class ComparisonText
{
    /// <summary>Writes it.</summary>
    public static void Write(ComparisonReport report, ComparisonFiles? files)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("architecture", "width", "parameters", "MACs", "file", "epochs", "images/s", "seconds");
        foreach (var task in report.Tasks) table.AddColumn($"{ComparisonNames.Of(task)} (95 %)");
        table.AddColumn("macro-F1");
        foreach (var a in report.Architectures)
        {
            table.AddRow(
            [
                a.Name, Whole(a.Width), SiNumber.Of(a.Parameters), SiNumber.Of(a.Macs), $"{SiNumber.Of(a.FileBytes)}B", Whole(a.Epochs), Whole(a.ImagesPerSecond), Whole(a.Seconds),
                .. report.Tasks.Select(t => ComparisonNames.Accuracy(a.ScoreOf(t))), a.ScoreOf(report.Tasks[0])?.MacroF1.ToString("0.000", CultureInfo.InvariantCulture) ?? "–",
            ]);
        }

        Terminal.Write(table);
        Console.Out.WriteLine(ComparisonNames.Judged(report));
        if (report.SkippedRows > 0) Console.Out.WriteLine(FormattableString.Invariant($"{report.SkippedRows:#,0} rows of the data were skipped; train emotion names them."));
        if (files is not null) Console.Out.WriteLine($"The page: {files.PagePath}");
    }

    /// <summary>Progress as a step of long work, counted in seconds.</summary>
    public static WorkStep StepOf(ComparisonProgress p)
    {
        if (p.Training is not { } t) return new(0, 0, $"measuring {p.Architecture}");
        var left = p.SecondsLeft ?? p.SecondsTotal;
        var total = Math.Max(1, (int)Math.Ceiling(p.SecondsTotal));
        return new(
            Math.Clamp((int)(p.SecondsTotal - left), 0, total), total,
            FormattableString.Invariant($"{p.Architecture} {t.Epoch}/{t.Epochs}, {t.ImagesPerSecond:0} images/s, {Duration(left)} left"),
            t.Finished is { } epoch ? $"{p.Architecture}, {TrainingWork.LineOf(epoch)}" : null);
    }

    private static string Duration(double seconds) => seconds < 100 ? FormattableString.Invariant($"{seconds:0} s") : FormattableString.Invariant($"{seconds / 60:0} min");

    private static string Whole(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
