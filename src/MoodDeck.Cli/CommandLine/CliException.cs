namespace MoodDeck.Cli.CommandLine;

/// <summary>Ends a command with one line on stderr, <c>error: WHAT. HINT</c>.</summary>
/// <param name="message">What is wrong and what to do, as sentences.</param>
/// <param name="exitCode">One of <see cref="ExitCodes"/>.</param>
/// <param name="cause">What lies behind it, shown with <c>--verbose</c>.</param>
internal sealed class CliException(string message, int exitCode = ExitCodes.Failed, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The exit code it ends the process with.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>A wrong value or combination of options.</summary>
    public static CliException Usage(string message) => new(message, ExitCodes.WrongUsage);
}
