using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Library.Jobs;
using MoodDeck.Library.Scan;
using MoodDeck.Library.Storage;

namespace MoodDeck.Cli.Work;

/// <summary><c>worker</c>: one more process, here or on another machine, that listens to what scans ask for.</summary>
internal static class WorkerCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var data = CommonOptions.Data("Data folder; on PostgreSQL nothing of the catalogue lies in it (default: MOODDECK_DATA, else the user's data folder).");
        Option<string?> connection = new("--connection")
        {
            HelpName = "STRING",
            Description = "PostgreSQL to work for, as Host=…;Database=…;Username=…;Password=… (default: ConnectionStrings__MoodDeck, else SQLite in the data folder).",
        };
        var threads = ValueParsers.Whole("--threads", "Files read side by side, 0 for as many as there are cores", 0, 0, 256);
        DocumentedCommand command = new(
            "worker",
            "Take part in listening to the music that scans ask for, until Ctrl+C. It must see the same files under the same paths; what it does not see is left to others.",
            "mooddeck worker", "mooddeck worker --connection \"Host=music.example;Database=mooddeck;Username=mooddeck\" --threads 4")
        {
            data, connection, threads,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = DataFolderServices.Open(parsed.GetValue(data), parsed.GetValue(connection));
            var database = services.GetRequiredService<LibraryDatabase>();
            var atOnce = parsed.GetValue(threads) is > 0 and var given ? given : ScanOptions.AllCores.FilesAtOnce;
            Console.Out.WriteLine($"Working for {database.EngineName}, {database.Place}, {atOnce} files at once (Ctrl+C stops it)");
            var worker = services.GetRequiredService<IAnalysisWorker>();
            WorkerLines lines = new(worker);
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var telling = lines.TellAsync(ended.Token);
            try
            {
                await worker.RunAsync(atOnce, lines, cancel);
            }
            finally
            {
                await ended.CancelAsync();
                await telling;
            }

            Console.Out.WriteLine(lines.Summary);
            return ExitCodes.Done;
        });
        return command;
    }
}
