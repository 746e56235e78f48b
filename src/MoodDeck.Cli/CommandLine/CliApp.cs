using System.CommandLine;
using System.Globalization;
using System.Text;
using MoodDeck.Demo;
using MoodDeck.Library;
using MoodDeck.Onnx;
using MoodDeck.Vision;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Cli.CommandLine;

/// <summary>Runs a command line: usage errors, failures and exit codes are the same for every command.</summary>
internal static class CliApp
{
    /// <summary>How long a command may take to end after Ctrl+C; a trainer writes its checkpoint in that time.</summary>
    private static readonly TimeSpan s_terminationTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Runs <paramref name="args"/> and returns the exit code, one of <see cref="ExitCodes"/>.</summary>
    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        // UTF-8 whatever the terminal's locale says: titles come in every script and JSON is UTF-8.
        Console.SetOut(new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true });
        HelpWithExamples.Install(root);

        // No response files: a photo may be called @home.jpg.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (UsageProblems.Find(parsed) is { } problem) return Fail(problem, ExitCodes.WrongUsage);
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = s_terminationTimeout,
            });
        }
        catch (Exception e)
        {
            var (message, exitCode) = Explain(e);
            Fail(message, exitCode);
            if (parsed.GetValue(CommonOptions.Verbose)) Console.Error.WriteLine(e);
            return exitCode;
        }
    }

    /// <summary>What to tell of an error, and with which exit code to end.</summary>
    public static (string Message, int ExitCode) Explain(Exception e) => e switch
    {
        CliException known => (known.Message, known.ExitCode),
        // These speak to the user in whole sentences.
        InvalidDataException or OnnxException or VisionModelException or ImageEncodingException or LibraryException or DemoLibraryException => (e.Message, ExitCodes.Failed),
        OperationCanceledException => ("stopped before the end. What was finished is kept.", ExitCodes.Failed),
        UnauthorizedAccessException => ($"{e.Message.TrimEnd('.')}. Check the permissions of that path.", ExitCodes.Failed),
        IOException => ($"{e.Message.TrimEnd('.')}. Check that the path exists and that the disk has room.", ExitCodes.Failed),
        _ => ($"something unforeseen happened ({e.GetType().Name}: {e.Message.TrimEnd('.')}). Add --verbose to see where.", ExitCodes.Failed),
    };

    /// <summary>Writes an error as its one line.</summary>
    public static void WriteError(string message) => Console.Error.WriteLine("error: " + message.ReplaceLineEndings(" "));

    private static int Fail(string message, int exitCode)
    {
        WriteError(message);
        return exitCode;
    }
}
