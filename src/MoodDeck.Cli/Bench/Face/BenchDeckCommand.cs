using System.CommandLine;
using System.Globalization;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using Spectre.Console;

namespace MoodDeck.Cli.Bench.Face;

/// <summary><c>bench deck</c>: the page in a real browser, beside an empty page.</summary>
internal static class BenchDeckCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var minutes = ValueParsers.Whole("--minutes", "Minutes to watch the memory for", 1, 1, 24 * 60);
        var loads = ValueParsers.Whole("--loads", "How often to open the page for its paint times", 9, 1, 1000);
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "deck", "Serve the Deck with the demo library, run it in Chromium with camera, meters and music, and tell how soon it is seen, its work for a frame and its memory.",
            "mooddeck bench deck", "mooddeck bench deck --minutes 60 --json")
        {
            minutes, loads, json,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var figures = await DeckBenchmark.RunAsync(parsed.GetValue(minutes), parsed.GetValue(loads), cancel);
            if (parsed.GetValue(json)) JsonOutput.Write(figures);
            else Print(figures);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Print(DeckFigures figures)
    {
        Say($"{figures.Browser}, {figures.Loads} cold loads each on loopback");
        var table = new Table().Border(TableBorder.Simple).AddColumns("", "first paint ms", "first contentful paint ms");
        AddRow(table, "Deck", figures.Paint);
        AddRow(table, "empty page", figures.EmptyPaint);
        Terminal.Write(table);
        var (frame, heap) = (figures.Frame, figures.Heap);
        Say($"Main thread, {frame.Frames} frames in {frame.Seconds:0} s with camera ({frame.CameraFramesPerSecond:0.0} frames/s sent), meters and music:");
        Say($"  {frame.MedianMs:0.0} ms a frame, 95 of 100 below {frame.P95Ms:0.0} ms; of the processor {frame.CpuMedianMs:0.0} and {frame.CpuP95Ms:0.0} ms");
        Say($"JavaScript: {figures.Scripts.GzippedBytes / 1024.0:0.0} KiB gzipped, {figures.Scripts.OpeningGzippedBytes / 1024.0:0.0} to open with");
        Say($"Heap: {heap.FirstMib:0.0} MiB, after {heap.Minutes:0} min {heap.LastMib:0.0} MiB; {heap.MibPerHour:+0.0;-0.0} ± {heap.UncertaintyMibPerHour:0.0} MiB an hour");
    }

    private static void AddRow(Table table, string name, PaintTimes times) =>
        table.AddRow(name, times.FirstPaintMs.ToString("0", CultureInfo.InvariantCulture), times.FirstContentfulPaintMs.ToString("0", CultureInfo.InvariantCulture));

    private static void Say(FormattableString text) => Console.Out.WriteLine(FormattableString.Invariant(text));
}
