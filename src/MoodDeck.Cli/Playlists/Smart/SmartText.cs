using System.Globalization;
using MoodDeck.Cli.Output;
using MoodDeck.Library.Playlists.Smart;
using MoodDeck.Server.Contracts;
using Spectre.Console;

namespace MoodDeck.Cli.Playlists.Smart;

/// <summary>A smart playlist for people.</summary>
internal static class SmartText
{
    /// <summary>Writes its rules and what it holds.</summary>
    public static void Write(SmartPlaylist list, SmartTracks held, bool json)
    {
        if (json)
        {
            JsonOutput.Write(new { list.Id, list.Name, list.Version, list.Rules, held.Matching, held.Playable, held.Total, tracks = held.Tracks.Select(t => TrackAnswer.Of(t, apiRoot: null)) });
            return;
        }

        Console.Out.WriteLine($"{(list.Id > 0 ? $"{list.Id}: " : "")}{list.Name}, {Of(list.Rules)}");
        if (held.Tracks.Count > 0)
        {
            var table = new Table().Border(TableBorder.Simple).AddColumns("title", "artist", "year", "genre", "valence", "arousal", "plays");
            foreach (var t in held.Tracks)
            {
                table.AddRow(
                    Markup.Escape(t.Title), Markup.Escape(t.Artist ?? ""), $"{t.Year}", Markup.Escape(t.Genre ?? ""),
                    FormattableString.Invariant($"{t.Mood.Mean.Valence:0.00}"), FormattableString.Invariant($"{t.Mood.Mean.Arousal:0.00}"), t.IsPlayable ? "here" : "");
            }

            Terminal.Write(table);
        }

        Console.Out.WriteLine($"{held.Tracks.Count} of {held.Total} tracks; {held.Matching} pass the rules, {held.Playable} of them play here.");
    }

    /// <summary>The rules in a line.</summary>
    public static string Of(SmartRules rules)
    {
        List<string> parts = [];
        if (rules.Mood is { } mood)
        {
            var radius = mood.Radius ?? SmartMood.DefaultRadius;
            parts.Add(mood.Name is { } name ? Text($"{name} ± {radius:0.##}") : Text($"about {mood.Valence:0.##},{mood.Arousal:0.##} ± {radius:0.##}"));
        }

        if (rules.YearFrom is not null || rules.YearTo is not null) parts.Add($"{rules.YearFrom}–{rules.YearTo}");
        foreach (var values in (IReadOnlyList<string>?[])[rules.Genres, rules.Languages, rules.Artists, rules.Sources])
            if (values is { Count: > 0 }) parts.Add(string.Join(" or ", values));
        if (rules.Playable) parts.Add("plays here");
        if (rules.Liked) parts.Add("liked");
        if (rules.NotPlayedDays is { } rest) parts.Add($"not played for {rest} days");
        if (rules.AddedDays is { } added) parts.Add($"added within {added} days");
        if (rules.SecondsFrom is not null || rules.SecondsTo is not null) parts.Add(Text($"{rules.SecondsFrom}–{rules.SecondsTo} s"));
        if (rules.Order is { } order) parts.Add(order);
        if (rules.Limit is { } limit) parts.Add($"at most {limit}");
        return parts.Count == 0 ? "everything" : string.Join(", ", parts);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
