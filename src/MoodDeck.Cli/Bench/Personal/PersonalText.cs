using MoodDeck.Cli.Output;
using Spectre.Console;

namespace MoodDeck.Cli.Bench.Personal;

/// <summary>The figures, for people.</summary>
internal static class PersonalText
{
    /// <summary>Writes them.</summary>
    public static void Write(PersonalBenchmarkAnswer answer)
    {
        Console.Out.WriteLine(Invariant($"{answer.Model} on {answer.Samples} labelled faces"));
        var r = answer.Resting;
        Console.Out.WriteLine(Invariant($"Personal neutral: {r.RestingFaces} faces that show nothing and are read as {answer.RestingReadsAs.Replace(",", " or ", StringComparison.Ordinal)}"));
        var resting = Table();
        Row(resting, "further views of that face read as neutral", r.ReadsNeutral);
        Row(resting, "further views named something else", r.NamedWrongly);
        Row(resting, "other people's expressions read rightly, with this neutral", r.OthersRight);
        Row(resting, "the same, only of what the resting face is taken for", r.OthersNamedRight);
        Row(resting, "simulated expressions of this face read rightly", r.OwnRight);
        Row(resting, "the same, mean over the labels", r.OwnBalanced);
        Terminal.Write(resting);
        foreach (var c in answer.Corrections)
        {
            Console.Out.WriteLine(Invariant($"Corrections: {c.Corrections} wrongly read, {c.Trials} trials"));
            var table = Table();
            Row(table, "further views of the corrected faces read rightly", c.CorrectedRight);
            Row(table, "the same, and named", c.CorrectedNamedRight);
            Row(table, "all other faces read rightly", c.OthersRight);
            Terminal.Write(table);
        }
    }

    private static Table Table() => new Table().Border(TableBorder.Simple).AddColumns("share", "general", "personal");

    private static void Row(Table table, string what, BeforeAfter figures) => table.AddRow(what, Text(figures.General), Text(figures.Personal));

    private static string Text(Figure? figure) => figure is { } f ? Invariant($"{f.Mean:0.000} ({f.Ci95[0]:0.000} to {f.Ci95[1]:0.000})") : "-";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
