using System.CommandLine;
using MoodDeck.Cli.Bench.Choice;
using MoodDeck.Cli.Bench.Face;
using MoodDeck.Cli.Bench.Frames;
using MoodDeck.Cli.Bench.Live;
using MoodDeck.Cli.Bench.Personal;
using MoodDeck.Cli.Bench.Recommend;
using MoodDeck.Cli.Bench.Scan;
using MoodDeck.Cli.Bench.Sockets;

namespace MoodDeck.Cli.Bench;

/// <summary><c>bench …</c>: what MoodDeck does on this machine, each beside its reference.</summary>
internal static class BenchCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => new("bench", "Measure the speed of MoodDeck on this machine.")
    {
        BenchChoiceCommand.Create(),
        BenchDeckCommand.Create(),
        BenchFrameCommand.Create(),
        BenchLiveCommand.Create(),
        BenchPersonalCommand.Create(),
        BenchRecommendCommand.Create(),
        BenchScanCommand.Create(),
        BenchSocketsCommand.Create(),
        BenchTrainCommand.Create(),
    };
}
