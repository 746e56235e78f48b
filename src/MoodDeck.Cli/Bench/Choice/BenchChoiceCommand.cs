using System.CommandLine;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;

namespace MoodDeck.Cli.Bench.Choice;

/// <summary><c>bench choice</c>: how well MoodDeck chooses for simulated listeners, beside what other players do.</summary>
internal static class BenchChoiceCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        Option<string> listeners = new("--listeners") { HelpName = "FILE", Required = true, Description = "Kinds of listeners, JSON: {\"kinds\":[{\"name\":\"follower\",…}]}." };
        var songs = ValueParsers.Whole("--songs", "How many songs each listener hears", 200, 1, 100_000);
        var perKind = ValueParsers.Whole("--listeners-per-kind", "How many listeners there are of each kind", 100, 1, 100_000);
        var seed = ValueParsers.Whole("--seed", "Draws another catalogue and other listeners", 1, 0, int.MaxValue);
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "choice",
            "Let MoodDeck choose for simulated listeners, whose satisfaction it never sees: only skips, likes and noisy readings of a mood. Beside it "
            + "random tracks, popular ones, the folder of an emotion, the track nearest to the reading, and an oracle that knows everything.",
            "mooddeck bench choice --listeners listeners.json", "mooddeck bench choice --listeners listeners.json --songs 50 --listeners-per-kind 10 --json")
        {
            listeners, songs, perKind, seed, json,
        };
        command.SetAction(async parsed =>
        {
            var kinds = ListenerKind.Read(parsed.GetRequiredValue(listeners));
            ChoiceBenchmark benchmark = new(new(parsed.GetValue(songs), parsed.GetValue(perKind), parsed.GetValue(seed)));
            var result = await LongWork.RunAsync("listeners", progress => Task.Run(() => benchmark.Run(kinds, progress)));
            if (parsed.GetValue(json)) JsonOutput.Write(result);
            else ChoiceText.Write(result);
            return ExitCodes.Done;
        });
        return command;
    }
}
