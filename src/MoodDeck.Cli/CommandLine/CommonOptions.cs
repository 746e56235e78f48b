using System.CommandLine;

namespace MoodDeck.Cli.CommandLine;

/// <summary>Options that mean the same wherever they appear.</summary>
internal static class CommonOptions
{
    /// <summary>Shows what lies behind an error; taken by every command.</summary>
    public static Option<bool> Verbose { get; } = new("--verbose") { Description = "Show what lies behind an error.", Recursive = true };

    /// <summary>Exactly one JSON document on stdout.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document instead of text." };

    /// <summary>The data folder; without it MOODDECK_DATA, else the user's own.</summary>
    public static Option<string?> Data(string? description = null) => new("--data")
    {
        HelpName = "DIR",
        Description = description ?? "Data folder with the catalogue (default: MOODDECK_DATA, else the user's data folder).",
    };
}
