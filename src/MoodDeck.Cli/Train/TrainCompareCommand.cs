using System.CommandLine;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Training.Comparisons;

namespace MoodDeck.Cli.Train;

/// <summary><c>train compare</c>: several architectures on the same faces, each for the same time.</summary>
internal static class TrainCompareCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        CompareOptions options = new();
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "compare", "Train several architectures on the same faces, each for about the same time, and tell accuracy beside time, parameters and multiply-accumulates.",
            "mooddeck train compare --data my-pictures.zip --minutes 5",
            "mooddeck train compare --data fer2013.csv.gz --votes ferplus.csv.gz --judge-on PublicTest --out comparison.md",
            "mooddeck train compare --data my-pictures.zip --arch cnn --arch moodnet --width 16 --resume --json");
        options.AddTo(command);
        command.Add(json);
        command.SetAction(async (parsed, cancel) =>
        {
            var (asked, page) = (options.Of(parsed), options.PageOf(parsed));
            var report = await RunAsync(asked, cancel);
            ComparisonOrigin origin = new(CommandOf(parsed), Processor.Name(), Environment.ProcessorCount);
            var files = page is null ? null : ComparisonFiles.Save(report, origin, page);
            if (parsed.GetValue(json)) JsonOutput.Write(ComparisonAnswer.Of(report, origin, files));
            else ComparisonText.Write(report, files);
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<ComparisonReport> RunAsync(ComparisonOptions options, CancellationToken cancel)
    {
        try
        {
            return await LongWork.RunAsync(
                "comparing", progress => Task.Run(() => ArchitectureComparison.Run(options, TimeProvider.System, new Relay<ComparisonProgress>(p => progress.Report(ComparisonText.StepOf(p))), cancel), cancel));
        }
        catch (OperationCanceledException e)
        {
            throw new CliException("stopped before the end. Go on with the same command and --resume.", cause: e);
        }
    }

    // As typed, but for where the files lie on this machine, which is of no use to a reader elsewhere.
    private static string CommandOf(ParseResult parsed) => string.Join(' ', parsed.Tokens.Select(t => t.Value).Where(t => t != "--resume").Select(Shown).Prepend("./mooddeck"));

    private static string Shown(string token)
    {
        var text = Path.IsPathRooted(token) ? Path.GetFileName(token.TrimEnd(Path.DirectorySeparatorChar)) : token;
        return text.Contains(' ', StringComparison.Ordinal) ? $"'{text}'" : text;
    }
}
