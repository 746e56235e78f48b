using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Audio.Tagging;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Core.Music;
using MoodDeck.Library.Export;

namespace MoodDeck.Cli.Library;

/// <summary><c>library export --to-tags</c>: writes moods into the files themselves.</summary>
internal static class TagExport
{
    // As many files left alone as a screen shows; --json has them all.
    private const int ShownFiles = 20;

    /// <summary>Asks, writes, and says what became of the files.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, TrackSource? source, bool trial, bool yes, bool json, CancellationToken cancel)
    {
        var exporter = services.GetRequiredService<IMoodTagExporter>();
        var files = await exporter.CountAsync(source, cancel);
        if (!trial && files > 0 && !Confirmation.Ask($"Write the moods of {files} tracks into the tags of their files?", yes)) return ExitCodes.Done;
        var report = await LongWork.RunAsync("writing tags", progress => exporter.ExportAsync(
            source, trial, new Relay<TagExportProgress>(p => progress.Report(new(p.Done, p.Total, Path.GetFileName(p.Path)))), cancel));
        if (json) JsonOutput.Write(new { written = report.Written, unchanged = report.Unchanged, leftAlone = report.LeftAlone.Select(f => new { path = f.Path, why = NameOf(f.Outcome), reason = f.Reason }) });
        else Print(report, trial);
        return report.LeftAlone.Any(f => f.Outcome == MoodTagOutcome.Failed) ? ExitCodes.Failed : ExitCodes.Done;
    }

    private static void Print(TagExportReport report, bool trial)
    {
        int Count(MoodTagOutcome outcome) => report.LeftAlone.Count(f => f.Outcome == outcome);
        Console.Out.WriteLine(
            $"{report.Written} {(trial ? "would be written" : "written")}, {report.Unchanged} said so already, {Count(MoodTagOutcome.Stated)} state a mood of their own, " +
            $"{Count(MoodTagOutcome.Unsupported)} cannot hold it, {Count(MoodTagOutcome.Failed)} failed");
        foreach (var file in report.LeftAlone.Take(ShownFiles)) Console.Out.WriteLine($"  left alone {file.Path}: {file.Reason}");
        if (report.LeftAlone.Count > ShownFiles) Console.Out.WriteLine($"  and {report.LeftAlone.Count - ShownFiles} more; --json lists them all");
    }

    private static string NameOf(MoodTagOutcome outcome) => outcome.ToString().ToLowerInvariant();
}
