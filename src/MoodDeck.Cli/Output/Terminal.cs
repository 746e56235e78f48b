using Spectre.Console;

namespace MoodDeck.Cli.Output;

/// <summary>The two consoles: tables and sentences on stdout, progress on stderr.</summary>
internal static class Terminal
{
    /// <summary>Columns of a table that goes into a file or a pipe, where nothing need be wrapped.</summary>
    private const int PipeColumns = 2000;

    /// <summary>Stdout, coloured on a terminal and plain elsewhere.</summary>
    public static IAnsiConsole Out { get; } = Create(Console.Out, Console.IsOutputRedirected);

    /// <summary>Stderr, coloured on a terminal and plain elsewhere.</summary>
    public static IAnsiConsole Error { get; } = Create(Console.Error, Console.IsErrorRedirected);

    /// <summary>Whether someone watches stderr.</summary>
    public static bool ErrorIsWatched => !Console.IsErrorRedirected;

    /// <summary>Whether stdout is a terminal.</summary>
    public static bool OutIsWatched => !Console.IsOutputRedirected;

    /// <summary>Writes a table to stdout; in a file or a pipe without the blanks that would fill its lines.</summary>
    public static void Write(Table table)
    {
        if (OutIsWatched)
        {
            Out.Write(table);
            return;
        }

        using StringWriter text = new();
        Create(text, redirected: true).Write(table);
        foreach (var line in text.ToString().Split('\n'))
            if (line.TrimEnd() is { Length: > 0 } filled) Console.Out.WriteLine(filled);
    }

    private static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = redirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (redirected) console.Profile.Width = PipeColumns;
        return console;
    }
}
