using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Library.Catalogue;

namespace MoodDeck.Cli.Library;

/// <summary><c>library stats</c>: how much the catalogue holds.</summary>
internal static class StatsCommand
{
    private const int ShownLanguages = 20;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        DocumentedCommand command = new("stats", "Tell how much the catalogue holds.", "mooddeck library stats") { data, json };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var catalogue = services.GetRequiredService<ICatalogue>();
            var stats = await catalogue.StatsAsync(cancel);
            if (parsed.GetValue(json)) JsonOutput.Write(stats);
            else Print(stats, await catalogue.FacetsAsync(cancel));
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Print(CatalogueStats stats, Facets facets)
    {
        Console.Out.WriteLine($"{stats.Tracks} tracks by {stats.Artists} artists in {stats.Languages} languages; the mood of {stats.WithMood} is known");
        Console.Out.WriteLine(FormattableString.Invariant($"{stats.Playable} play here, {stats.DurationSeconds / 3600:0.0} hours together"));
        Console.Out.WriteLine("sources: " + string.Join(", ", stats.Sources.Select(s => $"{s.Name} {s.Tracks}")));
        Console.Out.WriteLine("languages: " + string.Join(", ", facets.Languages.Take(ShownLanguages).Select(l => $"{l.Name} {l.Tracks}")));
    }
}
