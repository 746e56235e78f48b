using System.CommandLine;
using System.Globalization;
using MoodDeck.Cli.Bench.Frames;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using Spectre.Console;

namespace MoodDeck.Cli.Bench.Sockets;

/// <summary><c>bench sockets</c>: whether a real server keeps up with cameras on its live socket.</summary>
internal static class BenchSocketsCommand
{
    // One listener, and a room of four.
    private static readonly (int Cameras, int Rate)[] s_usual = [(1, 30), (4, 15)];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var cameras = ValueParsers.Option("--cameras", "N", "Cameras at once, at most 8 (default: first one at 30 frames a second, then four at 15).", text => (int?)ValueParsers.WholeNumber("--cameras", 1, 8)(text));
        var rate = ValueParsers.Whole("--rate", "Frames a second of each camera, where --cameras is given", 30, 1, 240);
        var seconds = ValueParsers.Whole("--seconds", "How long to send after warming up", 10, 1, 3600);
        Option<string?> image = new("--image") { HelpName = "FILE", Description = "The picture before the cameras (default: one of 640x480 with one face)." };
        Option<string?> model = new("--model") { HelpName = "FILE", Description = "Emotion model, an ONNX file (default: MoodDeck's own)." };
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "sockets", "Start a server, send it camera frames over live sockets and tell how many it answers, and how soon.",
            "mooddeck bench sockets", "mooddeck bench sockets --cameras 8 --rate 10 --json")
        {
            cameras, rate, seconds, image, model, json,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var cases = parsed.GetValue(cameras) is { } own ? [(own, parsed.GetValue(rate))] : s_usual;
            var pictures = SwayingFrames.Of(BenchFrames.Open(parsed.GetValue(image)));
            List<SocketCase> results = [];
            await using (var server = await ServerProcess.StartAsync(parsed.GetValue(model), cancel))
                foreach (var (several, pace) in cases) results.Add(await SocketBenchmark.RunAsync(server, pictures, several, pace, parsed.GetValue(seconds), cancel));
            SocketSpeed speed = new(Environment.ProcessorCount, results);
            if (parsed.GetValue(json)) JsonOutput.Write(speed);
            else Print(speed);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Print(SocketSpeed speed)
    {
        Console.Out.WriteLine(FormattableString.Invariant($"{speed.Processors} processors, shared with the cameras"));
        var table = new Table().Border(TableBorder.Simple).AddColumns("cameras", "frames/s each", "answered/s each", "answered", "median delay ms", "p95 ms", "server CPU ms/frame", "server MiB");
        foreach (var c in speed.Cases)
        {
            table.AddRow([Text(c.Cameras, "0"), Text(c.Rate, "0"), Text(c.FramesPerSecond, "0.0"), FormattableString.Invariant($"{c.Answered} of {c.Sent}"),
                Text(c.MedianDelayMs, "0.0"), Text(c.P95DelayMs, "0.0"), Text(c.ServerCpuMsPerFrame, "0.0"), Text(c.ServerMegabytes, "0")]);
        }

        Terminal.Write(table);
    }

    private static string Text(double figure, string format) => figure.ToString(format, CultureInfo.InvariantCulture);
}
