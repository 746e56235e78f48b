using MoodDeck.Cli.Output;
using MoodDeck.Core.Mood;
using MoodDeck.Server.Contracts;
using Spectre.Console;

namespace MoodDeck.Cli.Recommend;

/// <summary>A queue for people: a table with reasons and links, and what there is to know about it.</summary>
internal static class RecommendText
{
    /// <summary>Writes it.</summary>
    public static void Write(RecommendationAnswer answer)
    {
        var t = answer.Target;
        var word = NamedMoods.Nearest(new(t.Valence, t.Arousal, t.Dominance)).Name;
        Console.Out.WriteLine(FormattableString.Invariant(
            $"{answer.Strategy}: {word} (valence {t.Valence:0.00}, arousal {t.Arousal:0.00}, dominance {t.Dominance:0.00}), seed {answer.Seed}"));
        if (answer.Tracks.Count > 0) Terminal.Write(Table(answer.Tracks));
        Console.Out.WriteLine($"{answer.Tracks.Count} tracks, {answer.Playable} of them play here.");
        foreach (var note in answer.Notes) Console.Out.WriteLine(note);
    }

    private static Table Table(IReadOnlyList<RecommendedTrackAnswer> tracks)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumns(new TableColumn("").RightAligned(), new TableColumn("track"), new TableColumn("fit").RightAligned(), new TableColumn("why"), new TableColumn("listen"));
        for (var i = 0; i < tracks.Count; i++)
        {
            var t = tracks[i];
            table.AddRow(
                FormattableString.Invariant($"{i + 1}"), Name(t), FormattableString.Invariant($"{100 * t.Score:0}%"),
                Markup.Escape(string.Join("; ", t.Reasons)), Listen(t));
        }

        return table;
    }

    private static string Name(RecommendedTrackAnswer t)
    {
        string?[] details = [t.Year is { } year ? FormattableString.Invariant($"{year}") : null, t.Language, t.Genre];
        var known = string.Join(", ", details.OfType<string>());
        return Markup.Escape(t.Title) + (t.Artist is null ? "" : Markup.Escape($" - {t.Artist}")) + (known.Length > 0 ? $" [grey]({Markup.Escape(known)})[/]" : "");
    }

    private static string Listen(RecommendedTrackAnswer t)
    {
        var links = Terminal.Out.Profile.Capabilities.Links
            ? $"[link={t.Links.Spotify}]Spotify[/] [link={t.Links.Youtube}]YouTube[/]"
            : Markup.Escape($"{t.Links.Spotify}\n{t.Links.Youtube}");
        return t.Playable ? "here" : links;
    }
}
