using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Library;
using MoodDeck.Library.Catalogue;

namespace MoodDeck.Cli.Doctor;

/// <summary>The data folder and what it holds.</summary>
internal static class DataFolderCheck
{
    /// <summary>Opens it as any other command does, so that a fresh one gets its starter catalogue.</summary>
    public static async Task<Finding> ExamineAsync(string? dataFolder, CancellationToken cancel)
    {
        try
        {
            await using var services = DataFolderServices.Open(dataFolder);
            var stats = await services.GetRequiredService<ICatalogue>().StatsAsync(cancel);
            return Finding.Works("data folder", $"{services.GetRequiredService<DataFolder>().Path}: {stats.Tracks} tracks, {stats.Playable} of them play here");
        }
        catch (Exception e) when (e is LibraryException or DllNotFoundException or TypeInitializationException)
        {
            var reason = e is LibraryException ? e.Message : "libsqlite3-0 is missing.";
            return Finding.Lacks("data folder", reason, "there is no catalogue: serve, recommend and library do not work", "make the folder writable, or choose another with --data DIR or " + DataFolder.Variable);
        }
    }
}
