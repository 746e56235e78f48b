using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Groups;
using MoodDeck.Recommend.Groups;
using MoodDeck.Server.Contracts;
using Spectre.Console;

namespace MoodDeck.Cli.Library;

/// <summary><c>library moods</c>: the library's own mood groups.</summary>
internal static class MoodsCommand
{
    private const int ShownNames = 3;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var groups = ValueParsers.Option<int?>(
            "--groups", "K", $"How many groups, {MoodGrouping.Fewest} to {MoodGrouping.Most} (default: as many as suit the library).",
            text => ValueParsers.WholeNumber("--groups", MoodGrouping.Fewest, MoodGrouping.Most)(text));
        Option<string?> report = new("--report") { HelpName = "HTML", Description = "Also write a page with the groups drawn as a map." };
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "moods", "Find the library's own mood groups: tracks whose moods, and sounds where they were listened to, lie together.",
            "mooddeck library moods", "mooddeck library moods --groups 6 --report moods.html", "mooddeck recommend --radio-group 2")
        {
            groups, report, data, json,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var found = await services.GetRequiredService<ILibraryMoods>().FindAsync(parsed.GetValue(groups), cancel);
            var answer = await MoodGroupsAnswer.OfAsync(found, services.GetRequiredService<ICatalogue>(), cancel);
            if (parsed.GetValue(report) is { } page)
            {
                await MoodMapReport.WriteAsync(page, found, answer);
                Console.Error.WriteLine($"The report is {page}.");
            }

            if (parsed.GetValue(json)) JsonOutput.Write(answer);
            else Print(answer);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Print(MoodGroupsAnswer answer)
    {
        if (answer.Groups.Count == 0)
        {
            Console.Out.WriteLine("The mood of no track is known yet. Take music in with: mooddeck library scan DIR");
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns(
            new TableColumn("").RightAligned(), new TableColumn("mood"), new TableColumn("tracks").RightAligned(), new TableColumn("here").RightAligned(), new TableColumn("valence").RightAligned(),
            new TableColumn("arousal").RightAligned(), new TableColumn("mostly"), new TableColumn("such as"));
        foreach (var g in answer.Groups)
        {
            table.AddRow(
                $"{g.Number}", g.Name, $"{g.Size}", $"{g.Playable}", FormattableString.Invariant($"{g.Centre.Valence:0.00} ± {g.Spread.Valence:0.00}"),
                FormattableString.Invariant($"{g.Centre.Arousal:0.00} ± {g.Spread.Arousal:0.00}"), Markup.Escape(string.Join(", ", g.Genres.Take(ShownNames).Select(s => s.Name))),
                Markup.Escape(string.Join("; ", g.Tracks.Take(ShownNames).Select(t => t.Artist is null ? t.Title : $"{t.Title} - {t.Artist}"))));
        }

        Terminal.Write(table);
        Console.Out.WriteLine(FormattableString.Invariant($"{answer.Known} tracks of known mood in {answer.Groups.Count} groups, mean silhouette {answer.Silhouette:0.00}."));
        Console.Out.WriteLine("Listen to one: mooddeck recommend --radio-group N");
    }
}
