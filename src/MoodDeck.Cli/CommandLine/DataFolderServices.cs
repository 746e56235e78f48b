using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Library;

namespace MoodDeck.Cli.CommandLine;

/// <summary>The services of a command that works on a data folder.</summary>
internal static class DataFolderServices
{
    /// <summary>Opens the folder, creating it with the starter catalogue when it is new.</summary>
    /// <param name="dataFolder">The folder; null for the user's own.</param>
    /// <param name="connection">Of PostgreSQL; null for what the environment says, see <see cref="LibraryServices.ConnectionVariable"/>.</param>
    /// <exception cref="LibraryException">It cannot be created, read or written to.</exception>
    public static ServiceProvider Open(string? dataFolder, string? connection = null) => new ServiceCollection()
        .AddLogging()
        .AddMoodDeckLibrary(DataFolder.Open(dataFolder), connection)
        .BuildServiceProvider();
}
