using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Library.Scan;

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
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "scan", "Take folders of music into the catalogue and listen to what is new in them. Files that are gone leave it.",
            "mooddeck library scan ~/Music")
        {
            folders, data, json,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var scanner = services.GetRequiredService<IFolderScanner>();
            List<ScanReport> reports = [];
            foreach (var folder in parsed.GetRequiredValue(folders))
            {
                reports.Add(await LongWork.RunAsync($"scanning {folder}", progress => scanner.ScanAsync(
                    Path.GetFullPath(folder), new Relay<ScanProgress>(p => progress.Report(StepOf(p))), cancel)));
            }

            if (parsed.GetValue(json)) JsonOutput.Write(new { folders = reports });
            else reports.ForEach(Print);
            return ExitCodes.Done;
        });
        return command;
    }

    private static WorkStep StepOf(ScanProgress p) =>
        new(p.Done, p.Found, p.Waiting ? "waiting for another scan" : p.Path is { } path ? Path.GetFileName(path) : "");

    private static void Print(ScanReport report)
    {
        Console.Out.WriteLine($"{report.Folder}: {report.Found} audio files; {report.Added} new, {report.Updated} changed, {report.Unchanged} as before, {report.Removed} gone, {report.Problems.Count} skipped");
        if (report.Warning is not null) Console.Out.WriteLine("  " + report.Warning);
        foreach (var problem in report.Problems.Take(ShownProblems)) Console.Out.WriteLine($"  skipped {problem.Path}: {problem.Reason}");
        if (report.Problems.Count > ShownProblems) Console.Out.WriteLine($"  and {report.Problems.Count - ShownProblems} more; --json lists them all");
    }
}
