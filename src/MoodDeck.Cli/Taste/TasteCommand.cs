using System.CommandLine;

namespace MoodDeck.Cli.Taste;

/// <summary><c>taste …</c>: what was learnt of a listener.</summary>
internal static class TasteCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => new("taste", "What MoodDeck learnt of a listener: look at it, begin it, take it along, correct it, erase it.")
    {
        TasteShowCommand.Create(), TasteStartCommand.Create(), TasteLearnCommand.Create(), TasteExportCommand.Create(), TasteEraseCommand.Create(),
    };
}
