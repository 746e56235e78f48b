using MoodDeck.Cli.Output;
using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Server.Taste;
using Spectre.Console;

namespace MoodDeck.Cli.Taste;

/// <summary>A taste for people.</summary>
internal static class TasteText
{
    private const int MostNames = 12;

    // Less of a pull than this leads nowhere one would hear.
    private const double FeltPull = 0.1;

    /// <summary>Writes it.</summary>
    public static void Write(string name, TasteAnswer taste)
    {
        Console.Out.WriteLine($"{name}: {(taste.Lessons == 1 ? "1 lesson" : $"{taste.Lessons} lessons")}. MoodDeck {(taste.Learns ? "goes on learning" : "learns nothing more")}.");
        if (taste.Lessons == 0)
        {
            Console.Out.WriteLine("Nothing was learnt yet. Play some songs, or begin with: mooddeck taste start --artist NAME");
            return;
        }

        var (w, led) = (taste.Weights, taste.Led);
        Console.Out.WriteLine(FormattableString.Invariant(
            $"What counts: the mood {100 * w.Mood:0} %, taste {100 * w.Taste:0} %, something new {100 * w.Novelty:0} %; a song just heard loses {100 * w.Fatigue:0}."));
        Console.Out.WriteLine(led.Pull < FeltPull
            ? "Likes to be met where the mood is."
            : FormattableString.Invariant(
                $"Likes to be led {100 * led.Pull:0} % of the way from the mood to {NamedMoods.Nearest(new(led.Valence, led.Arousal, 0)).Name} (valence {led.Valence:0.00}, arousal {led.Arousal:0.00})."));
        Write("artist", taste.Artists);
        Write("genre", taste.Genres);
        Write("language", [.. taste.Languages.Select(l => l with { Name = MusicLanguages.NameOf(l.Name) })]);
    }

    private static void Write(string title, IReadOnlyList<NamedTasteAnswer> tastes)
    {
        if (tastes.Count == 0) return;
        // The most liked and the least liked say more than those in between.
        var shown = tastes.Count <= MostNames ? tastes : [.. tastes.Take(MostNames / 2), .. tastes.TakeLast(MostNames / 2)];
        var table = new Table().Border(TableBorder.Simple).AddColumn(title).AddColumn(new TableColumn("liked (-1 to 1)").RightAligned()).AddColumn(new TableColumn("lessons").RightAligned());
        foreach (var t in shown)
            table.AddRow(Markup.Escape(t.Name), FormattableString.Invariant($"{t.Liking:+0.00;-0.00;0.00} ± {t.Sigma:0.00}"), FormattableString.Invariant($"{t.Lessons}"));
        Terminal.Write(table);
        if (shown.Count < tastes.Count) Console.Out.WriteLine($"and {tastes.Count - shown.Count} in between; all with --json");
    }
}
