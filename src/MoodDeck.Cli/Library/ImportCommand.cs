using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Library;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Import;
using MoodDeck.Library.Storage;

namespace MoodDeck.Cli.Library;

/// <summary><c>library import FILE…</c>: takes tables of tracks in.</summary>
internal static class ImportCommand
{
    // From here on a start would notice.
    private const int ManyTracks = 20_000;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Argument<string[]> files = new("FILE") { Arity = ArgumentArity.OneOrMore, Description = "Tables of tracks (CSV, TSV, JSON, JSON lines), playlists (M3U, XSPF), an iTunes Library.xml, or what Spotify or Last.fm export of an account; gzip or not." };
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "import", "Take tables of tracks and playlists into the catalogue. A song that is there gains what was unknown of it; the same file twice leaves the same tracks.",
            "mooddeck library import songs.csv", "mooddeck library import party.m3u8 Library.xml StreamingHistory*.json", "mooddeck recommend --source import --mood happy")
        {
            files, data, json,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var importer = services.GetRequiredService<ITableImporter>();
            List<object> reports = [];
            var exitCode = ExitCodes.Done;
            foreach (var file in parsed.GetRequiredValue(files))
            {
                try
                {
                    var report = await LongWork.RunAsync($"importing {Path.GetFileName(file)}", progress => importer.ImportAsync(
                        Path.GetFullPath(file), new Relay<ImportProgress>(p => progress.Report(new(p.Rows, p.Total, p.Total == 0 ? "looking at it" : ""))), cancel));
                    reports.Add(report);
                    if (!parsed.GetValue(json)) Print(report);
                }
                catch (LibraryException e)
                {
                    // The other tables are taken in all the same.
                    reports.Add(new { path = file, error = e.Message });
                    CliApp.WriteError(e.Message);
                    exitCode = ExitCodes.Failed;
                }
            }

            if (parsed.GetValue(json)) JsonOutput.Write(new { files = reports });
            // So that the next start need not read them all; who stops this here loses nothing.
            if (reports.OfType<ImportReport>().Sum(r => r.Added + r.Updated + r.Merged) >= ManyTracks)
                await Task.WhenAll(services.GetRequiredService<LibraryDatabase>().TidyAsync(cancel), services.GetRequiredService<ICatalogue>().IndexAsync(cancel));
            return exitCode;
        });
        return command;
    }

    private static void Print(ImportReport report)
    {
        Console.Out.WriteLine(
            $"{report.Path}: {report.Rows} rows; {report.Added} new, {report.Updated} changed, {report.Unchanged} as before, {report.Merged} merged, {report.Skipped} skipped");
        Console.Out.WriteLine($"  {report.Kind}: {report.Columns}");
        Console.Out.WriteLine($"  {report.Scale}");
        if (report.Playlist is not null) Console.Out.WriteLine($"  {report.Playlist}");
        foreach (var reason in report.Reasons)
            Console.Out.WriteLine(reason.Rows == 1 ? $"  row {reason.FirstLine} {reason.Reason}" : $"  {reason.Rows} rows: each {reason.Reason} (the first is row {reason.FirstLine})");
        // What the counts say already is not said again row by row.
        foreach (var problem in report.Problems.Where(p => report.Reasons.All(r => r.Reason != p.Reason))) Console.Out.WriteLine($"  row {problem.Line}: {problem.Reason}");
    }
}
