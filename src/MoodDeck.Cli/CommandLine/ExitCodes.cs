namespace MoodDeck.Cli.CommandLine;

/// <summary>What a command's exit code means.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Failed, wholly or for some of what was asked.</summary>
    public const int Failed = 1;

    /// <summary>The command was typed wrongly; nothing was done.</summary>
    public const int WrongUsage = 2;
}
