using System.CommandLine;

namespace MoodDeck.Cli.Library;

/// <summary><c>library …</c>: the catalogue.</summary>
internal static class LibraryCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => new("library", "The catalogue: take music in, look at it, write it out.")
    {
        ScanCommand.Create(), ImportCommand.Create(), ListCommand.Create(), ShowCommand.Create(), MoodsCommand.Create(), StatsCommand.Create(), ExportCommand.Create(),
    };
}
