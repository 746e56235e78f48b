using MoodDeck.Cli.CommandLine;

namespace MoodDeck.Cli.Output;

/// <summary>Asks before something is erased or changed for good.</summary>
internal static class Confirmation
{
    /// <summary>Whether to go on: told by an option, else asked on the terminal.</summary>
    /// <exception cref="CliException">Nobody is there to be asked.</exception>
    public static bool Ask(string question, bool yes)
    {
        if (yes) return true;
        if (Console.IsInputRedirected) throw CliException.Usage("nobody is here to be asked. Add --yes to do it without asking.");
        Console.Error.Write($"{question} It cannot be undone. [y/N] ");
        return Console.ReadLine()?.Trim().ToLowerInvariant() is "y" or "yes";
    }
}
