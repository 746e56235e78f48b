using MoodDeck.Cli.Output;
using Spectre.Console;

namespace MoodDeck.Cli.Bench.Choice;

/// <summary>The figures for people.</summary>
internal static class ChoiceText
{
    /// <summary>Writes them.</summary>
    public static void Write(ChoiceResult result)
    {
        Console.Out.WriteLine($"Mean satisfaction over {result.Songs} songs, {result.ListenersPerKind} listeners of each kind; the same listeners for all.");
        foreach (var (kind, policies) in result.Kinds)
        {
            var table = new Table().Border(TableBorder.Simple).AddColumn(kind);
            foreach (var title in (string[])["satisfaction", "95 % interval", "last 50 songs", "skipped", "regret"]) table.AddColumn(new TableColumn(title).RightAligned());
            foreach (var (policy, p) in policies)
            {
                table.AddRow(
                    policy, FormattableString.Invariant($"{p.Satisfaction:0.000}"), FormattableString.Invariant($"{p.Ci95[0]:0.000} to {p.Ci95[1]:0.000}"),
                    FormattableString.Invariant($"{p.Last50:0.000}"), FormattableString.Invariant($"{100 * p.Skips:0} %"), FormattableString.Invariant($"{p.Regret:0.000}"));
            }

            Terminal.Write(table);
        }
    }
}
