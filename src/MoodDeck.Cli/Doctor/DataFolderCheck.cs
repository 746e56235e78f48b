using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Library;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Storage;

namespace MoodDeck.Cli.Doctor;

/// <summary>The data folder, the database and what it holds.</summary>
internal static class DataFolderCheck
{
    private const string Cost = "there is no catalogue: serve, recommend and library do not work";

    /// <summary>Opens both as any other command does, so that fresh ones get their starter catalogue.</summary>
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(string? dataFolder, CancellationToken cancel)
    {
        DataFolder folder;
        try
        {
            folder = DataFolder.Open(dataFolder);
        }
        catch (LibraryException e)
        {
            return [Finding.Lacks("data folder", e.Message, Cost, "make the folder writable, or choose another with --data DIR or " + DataFolder.Variable)];
        }

        return [Finding.Works("data folder", folder.Path), await DatabaseAsync(dataFolder, cancel)];
    }

    private static async Task<Finding> DatabaseAsync(string? dataFolder, CancellationToken cancel)
    {
        try
        {
            await using var services = DataFolderServices.Open(dataFolder);
            var database = services.GetRequiredService<LibraryDatabase>();
            var stats = await services.GetRequiredService<ICatalogue>().StatsAsync(cancel);
            return Finding.Works("database", $"{database.EngineName}, {database.Place}: {stats.Tracks} tracks, {stats.Playable} of them play here");
        }
        catch (Exception e) when (e is LibraryException or DllNotFoundException or TypeInitializationException)
        {
            var isPostgres = !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(LibraryServices.ConnectionVariable));
            return Finding.Lacks(
                "database", e is LibraryException ? e.Message : "libsqlite3-0 is missing.", Cost,
                isPostgres ? $"mend the server or {LibraryServices.ConnectionVariable}, or unset that for SQLite" : "make the folder writable, or choose another with --data DIR or " + DataFolder.Variable);
        }
    }
}
