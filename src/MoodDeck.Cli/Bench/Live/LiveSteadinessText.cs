using System.Globalization;
using MoodDeck.Cli.Output;
using Spectre.Console;

namespace MoodDeck.Cli.Bench.Live;

/// <summary>The figures for people.</summary>
internal static class LiveSteadinessText
{
    /// <summary>Writes them.</summary>
    public static void Write(LiveSteadiness s)
    {
        Console.Out.WriteLine(FormattableString.Invariant(
            $"{s.Faces} faces, each held still for {s.WatchedSeconds:0.#} s at {s.SimulatedFps:0.#} frames a second, then switched; {s.Detector}, {s.Model}"));
        var table = new Table().Border(TableBorder.Simple).AddColumns("", "mean", "95 % interval", "between faces", "median", "9 of 10");
        AddRow(table, "label changes in 5 minutes", s.Changes);
        AddRow(table, "ms until a switch is followed", s.Delay);
        Terminal.Write(table);
        Console.Out.WriteLine(FormattableString.Invariant($"{100 * s.UnchangedShare:0.0} % of the faces kept one label."));
        Console.Out.WriteLine(FormattableString.Invariant(
            $"{s.Switches} switches to something the reader calls otherwise, {100 * s.NeverFollowedShare:0.0} % of them never followed; {s.SameLabel} to something it calls the same; {s.NotFound} faces not found, the others lost in {100 * s.LostShare:0.0} % of their frames."));
        Console.Out.WriteLine(FormattableString.Invariant($"{s.FramesPerSecond:0.0} frames decoded and read in a second on one thread."));
    }

    private static void AddRow(Table table, string name, Spread? spread)
    {
        string[] figures = spread is null
            ? ["-", "-", "-", "-", "-"]
            : [Figure(spread.Mean), $"{Figure(spread.Ci95[0])} to {Figure(spread.Ci95[1])}", Figure(spread.StandardDeviation), Figure(spread.Median), Figure(spread.P90)];
        table.AddRow([name, .. figures]);
    }

    private static string Figure(double value) => value.ToString(value < 100 ? "0.0#" : "0", CultureInfo.InvariantCulture);
}
