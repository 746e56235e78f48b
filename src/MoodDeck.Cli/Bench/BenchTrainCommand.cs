using System.CommandLine;
using System.Globalization;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using Spectre.Console;

namespace MoodDeck.Cli.Bench;

/// <summary><c>bench train</c>: images trained per second, beside PyTorch where that is installed.</summary>
internal static class BenchTrainCommand
{
    private const double LongestSeconds = 24 * 3600;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var batch = Whole("--batch", "Images in a step.", 64, 1, 4096);
        var threads = Whole("--threads", "Threads, 0 for every core.", 0, 0, 1024);
        var seconds = ValueParsers.Option("--seconds", "S", "How long to measure, after warming up.", Seconds);
        seconds.DefaultValueFactory = _ => 10;
        Option<bool> pyTorch = new("--pytorch") { Description = "Then train the same network with PyTorch (bench/train/pytorch.py; needs Debian's python3-torch and libopenblas0)." };
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "train", "Train the reference network on noise and tell the images per second.",
            "mooddeck bench train --threads 1 --pytorch", "mooddeck bench train --json --seconds 30")
        {
            batch, threads, seconds, pyTorch, json,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var duration = TimeSpan.FromSeconds(parsed.GetValue(seconds));
            TrainingSpeed speed;
            using (var benchmark = new TrainingBenchmark(parsed.GetValue(batch), parsed.GetValue(threads))) speed = benchmark.Run(duration);
            if (parsed.GetValue(pyTorch)) speed = speed with { PyTorch = await PyTorchBenchmark.RunAsync(speed.Batch, speed.Threads, duration, cancel) };
            if (parsed.GetValue(json)) JsonOutput.Write(speed);
            else Print(speed);
            return ExitCodes.Done;
        });
        return command;
    }

    private static Option<int> Whole(string name, string description, int fallback, int least, int most)
    {
        var option = ValueParsers.Option(name, "N", description, ValueParsers.WholeNumber(name, least, most));
        option.DefaultValueFactory = _ => fallback;
        return option;
    }

    private static double Seconds(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var s) && s is > 0 and <= LongestSeconds
            ? s
            : throw new FormatException(FormattableString.Invariant($"--seconds is '{text}'; it must be a number above 0 and at most {LongestSeconds}"));

    private static void Print(TrainingSpeed speed)
    {
        Console.Out.WriteLine(FormattableString.Invariant($"Reference network, {speed.MacsPerImage / 1e6:0.0} MMAC an image, batch {speed.Batch}, {speed.Threads} threads, {speed.VectorBits}-bit vectors"));
        var table = new Table().Border(TableBorder.Simple).AddColumns("", "images/s", "images/CPU-s", "GFLOPS", "forward ms", "backward ms", "peak MiB");
        AddRow(table, "MoodDeck", speed);
        if (speed.PyTorch is { } other) AddRow(table, "PyTorch", other);
        Terminal.Write(table);
        if (speed.PyTorch is { } slower)
            Console.Out.WriteLine(FormattableString.Invariant($"MoodDeck trains {speed.ImagesPerCpuSecond / slower.ImagesPerCpuSecond:0.00} times as many images per CPU-second."));
    }

    private static void AddRow(Table table, string name, TrainingSpeed s)
    {
        var figures = (double[])[s.ImagesPerSecond, s.ImagesPerCpuSecond, s.Gflops, s.ForwardMs, s.BackwardMs, s.PeakMegabytes];
        table.AddRow([name, .. figures.Select(f => f.ToString("0.0", CultureInfo.InvariantCulture))]);
    }
}
