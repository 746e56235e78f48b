using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Library.Scan;
using MoodDeck.Library.Sound;

namespace MoodDeck.Cli.Library;

/// <summary><c>library scan DIR…</c>: takes folders of music in.</summary>
internal static class ScanCommand
{
    // A folder of ten thousand broken files must not bury the summary; --json has them all.
    private const int ShownProblems = 20;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Argument<string[]> folders = new("DIR") { Arity = ArgumentArity.OneOrMore, Description = "Folders of music." };
        Option<bool> retry = new("--retry") { Description = "Try files again that earlier scans gave up." };
        Option<bool> whole = new("--whole")
        {
            Description = "Measure the loudness of whole files as well, rather than of excerpts. A server does that by itself in the background.",
        };
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "scan",
            "Take folders of music into the catalogue and listen to what is new in them. Files that are gone leave it. A scan that was broken off goes on where it was.",
            "mooddeck library scan ~/Music", "mooddeck library scan ~/Music /mnt/more --whole")
        {
            folders, retry, whole, data, json,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var scanner = services.GetRequiredService<IFolderScanner>();
            List<ScanReport> reports = [];
            foreach (var folder in parsed.GetRequiredValue(folders))
            {
                if (parsed.GetValue(retry)) await services.GetRequiredService<IScanProblems>().RetryAsync(Path.GetFullPath(folder), cancel);
                reports.Add(await LongWork.RunAsync($"scanning {folder}", progress => scanner.ScanAsync(
                    Path.GetFullPath(folder), new Relay<ScanProgress>(p => progress.Report(StepOf(p))), cancel)));
            }

            var files = services.GetRequiredService<IWholeFiles>();
            var left = await files.LeftAsync(cancel);
            if (parsed.GetValue(whole) && left > 0)
            {
                await MeasureAsync(files, left, cancel);
                left = await files.LeftAsync(cancel);
            }

            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new { folders = reports, toMeasure = left });
                return ExitCodes.Done;
            }

            reports.ForEach(Print);
            if (left > 0) Console.Out.WriteLine($"{left} files are levelled by excerpts so far; a server measures them whole in the background, or add --whole.");
            return ExitCodes.Done;
        });
        return command;
    }

    private static Task<int> MeasureAsync(IWholeFiles files, int total, CancellationToken cancel) => LongWork.RunAsync("measuring loudness", async progress =>
    {
        var done = 0;
        await files.MeasureAsync(
            ScanOptions.AllCores.FilesAtOnce,
            path => progress.Report(new(Interlocked.Increment(ref done), Math.Max(total, done), Path.GetFileName(path))), cancel);
        return done;
    });

    private static WorkStep StepOf(ScanProgress p) => new(p.Done, p.Found, p.Waiting ? "waiting for another scan" : PaceOf(p) + Path.GetFileName(p.Path));

    private static string PaceOf(ScanProgress p) => p is { FilesPerSecond: { } rate, Remaining: { } remaining }
        ? string.Create(CultureInfo.InvariantCulture, $"{rate:0.0} files a second, {InWords(remaining)} left, ")
        : "";

    private static string InWords(TimeSpan time) =>
        time.TotalHours >= 1.5 ? $"{Math.Round(time.TotalHours)} hours" : time.TotalSeconds >= 90 ? $"{Math.Round(time.TotalMinutes)} minutes" : $"{Math.Max(1, Math.Round(time.TotalSeconds))} s";

    private static void Print(ScanReport report)
    {
        Console.Out.WriteLine($"{report.Folder}: {report.Found} audio files; {report.Added} new, {report.Updated} changed, {report.Moved} moved, {report.Unchanged} as before, {report.Removed} gone, {report.Problems.Count} skipped");
        if (report.Warning is not null) Console.Out.WriteLine("  " + report.Warning);
        foreach (var problem in report.Problems.Take(ShownProblems)) Console.Out.WriteLine($"  skipped {problem.Path}: {problem.Reason}");
        if (report.Problems.Count > ShownProblems) Console.Out.WriteLine($"  and {report.Problems.Count - ShownProblems} more; --json lists them all");
    }
}
