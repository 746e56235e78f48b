using System.CommandLine;
using MoodDeck.Cli.Analyze;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using Spectre.Console;

namespace MoodDeck.Cli.Bench.Frames;

/// <summary><c>bench frame</c>: how long one thread takes for a camera frame, beside OpenCV and PyTorch where these are installed.</summary>
internal static class BenchFrameCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var frames = ValueParsers.Whole("--frames", "How many times the frame is read after warming up; 100000 shows whether memory stays steady", 500, 10, 10_000_000);
        Option<string?> image = new("--image") { HelpName = "FILE", Description = "The frame, a picture file (default: one of 640x480 with one face)." };
        Option<bool?> flip = new("--flip") { HelpName = "true|false", Description = "Average each face with its mirror image, or read it once (default: as the model says)." };
        Option<bool> openCv = new(OpenCvReference.Option) { Description = "By turns with it, let OpenCV and PyTorch read the frame as comparable projects do (bench/frame/opencv.py; needs Debian's python3-opencv, opencv-data and python3-torch)." };
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "frame", "Tell how long decoding, detecting and classifying a camera frame take on one thread.",
            "mooddeck bench frame --opencv", "mooddeck bench frame --frames 100000 --json")
        {
            frames, image, ModelOptions.Detector, ModelOptions.Model, flip, openCv, json,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var options = ModelOptions.Of(parsed);
            if (parsed.GetValue(flip) is { } mirrored) options = options with { Classifier = options.Classifier with { AverageMirrored = mirrored } };
            var frame = BenchFrames.Open(parsed.GetValue(image));
            var speed = await LongWork.RunAsync("frames", progress =>
                FrameBenchmark.RunAsync(options, frame, parsed.GetValue(frames), parsed.GetValue(openCv), progress, cancel));
            if (parsed.GetValue(json)) JsonOutput.Write(speed);
            else Print(speed);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Print(FrameSpeed speed)
    {
        Console.Out.WriteLine(FormattableString.Invariant(
            $"{speed.Width}x{speed.Height}, {speed.Bytes / 1000.0:0} kB, {speed.Faces} face(s), {speed.Frames} frames on one thread; {speed.Detector}, {speed.Model}"));
        var table = new Table().Border(TableBorder.Simple).AddColumns("", "median ms", "p95 ms", "decode", "detect", "classify", "CPU ms");
        AddRow(table, "MoodDeck", speed.MedianMs, speed.P95Ms, speed.Stages, speed.CpuMs);
        if (speed.Reference is { } other) AddRow(table, other.Name, other.MedianMs, other.P95Ms, other.Stages, other.CpuMs);
        Terminal.Write(table);
        if (speed.TimesFaster is { } times) Console.Out.WriteLine(FormattableString.Invariant($"MoodDeck is {times:0.0} times as fast."));
        Console.Out.WriteLine(FormattableString.Invariant(
            $"Memory: {speed.ResidentMegabytes[0]:0} MiB resident after warming up, {speed.ResidentMegabytes[^1]:0} MiB at the end; {speed.AllocatedBytesPerFrame / 1024:0.0} KiB managed memory a frame."));
    }

    private static void AddRow(Table table, string name, double median, double p95, StageFigures stages, double cpu) =>
        table.AddRow([name, .. ((double[])[median, p95, stages.DecodeMs, stages.DetectMs, stages.ClassifyMs, cpu]).Select(f => FormattableString.Invariant($"{f:0.00}"))]);
}
