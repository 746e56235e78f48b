using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;
using MoodDeck.Server.Contracts;
using Spectre.Console;

namespace MoodDeck.Cli.Library;

/// <summary><c>library list</c>: the tracks, filtered.</summary>
internal static class ListCommand
{
    private const int MostTracks = 1000;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Option<string?> query = new("--query") { HelpName = "WORDS", Description = "Words in title, artist or album." };
        FilterOptions filters = new();
        Option<bool> playable = new("--playable") { Description = "Only what plays here." };
        var limit = ValueParsers.Option("--limit", "N", $"At most this many, 1 to {MostTracks} (default: 50).", ValueParsers.WholeNumber("--limit", 1, MostTracks));
        var offset = ValueParsers.Option("--offset", "N", "Leave out this many first.", ValueParsers.WholeNumber("--offset", 0, int.MaxValue));
        limit.DefaultValueFactory = _ => 50;
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "list", "List tracks of the catalogue by artist and title.",
            "mooddeck library list --language es --limit 20", "mooddeck library list --query \"blue moon\" --playable")
        {
            query, filters.Languages, filters.Artists, filters.Genres, filters.Sources, playable, limit, offset, data, json,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var page = await services.GetRequiredService<ICatalogue>().SearchAsync(
                new()
                {
                    Text = parsed.GetValue(query),
                    Languages = parsed.GetRequiredValue(filters.Languages),
                    Artists = parsed.GetRequiredValue(filters.Artists),
                    Genres = parsed.GetRequiredValue(filters.Genres),
                    Sources = parsed.GetRequiredValue(filters.Sources),
                    Playable = parsed.GetValue(playable) ? true : null,
                    Limit = parsed.GetValue(limit),
                    Offset = parsed.GetValue(offset),
                },
                cancel);
            if (parsed.GetValue(json)) JsonOutput.Write(new { total = page.Total, tracks = page.Tracks.Select(t => TrackAnswer.Of(t, apiRoot: null)) });
            else Print(page);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Print(TrackPage page)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("title", "artist", "year", "language", "genre", "valence", "arousal", "source", "plays");
        foreach (var t in page.Tracks)
        {
            table.AddRow(
                Markup.Escape(t.Title), Markup.Escape(t.Artist ?? ""), $"{t.Year}", t.Language ?? "", Markup.Escape(t.Genre ?? ""),
                FormattableString.Invariant($"{t.Mood.Mean.Valence:0.00}"), FormattableString.Invariant($"{t.Mood.Mean.Arousal:0.00}"),
                TrackSources.NameOf(t.Source), t.IsPlayable ? "here" : "");
        }

        if (page.Tracks.Count > 0) Terminal.Write(table);
        Console.Out.WriteLine($"{page.Tracks.Count} of {page.Total} tracks");
    }
}
