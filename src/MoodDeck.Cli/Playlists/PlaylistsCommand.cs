using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Cli.Personal;
using MoodDeck.Cli.Playlists.Smart;
using MoodDeck.Library.Export;
using MoodDeck.Library.Playlists;

namespace MoodDeck.Cli.Playlists;

/// <summary><c>playlists …</c>: a listener's playlists.</summary>
internal static class PlaylistsCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => new("playlists", "A listener's playlists: list them, write one out, make some that are rules.") { List(), Export(), SmartCommand.Create() };

    private static DocumentedCommand List()
    {
        var listener = ListenerOption.Of();
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        DocumentedCommand command = new("list", "List the playlists, the last changed first.", "mooddeck playlists list", "mooddeck playlists list --listener ana --json") { listener, data, json };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var who = await ListenerOption.FindAsync(services, parsed.GetRequiredValue(listener), cancel);
            var lists = await services.GetRequiredService<IPlaylistStore>().ListAsync(who.Id, cancel) ?? [];
            if (parsed.GetValue(json)) JsonOutput.Write(new { listener = who.Id, playlists = lists });
            else if (lists.Count == 0) Console.Out.WriteLine($"{who.Name} has no playlists.");
            else foreach (var list in lists) Console.Out.WriteLine($"{list.Id}: {list.Name}, {list.TrackCount} {(list.TrackCount == 1 ? "track" : "tracks")}, {list.Playable} play here");
            return ExitCodes.Done;
        });
        return command;
    }

    private static DocumentedCommand Export()
    {
        var id = ValueParsers.Id("The playlist's number, as playlists list tells it.");
        var (format, output) = ExportOptions.Of(ExportFormat.M3u8, ExportFormat.Csv, ExportFormat.Json);
        var listener = ListenerOption.Of();
        var data = CommonOptions.Data();
        DocumentedCommand command = new("export", "Write a playlist out.", "mooddeck playlists export 3 --out evening.m3u8", "mooddeck playlists export 3 --format csv") { id, format, output, listener, data };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var who = await ListenerOption.FindAsync(services, parsed.GetRequiredValue(listener), cancel);
            var number = parsed.GetRequiredValue(id);
            var list = await services.GetRequiredService<IPlaylistStore>().FindAsync(who.Id, number, cancel)
                ?? throw new CliException($"{who.Name} has no playlist {number}. See: ./mooddeck playlists list");
            var file = parsed.GetValue(output);
            var chosen = parsed.GetValue(format) ?? ExportOptions.FormatOfFile(file, ExportFormat.M3u8);
            await ExportOptions.WriteAsync(file, "tracks", stream => PlaylistExporter.ExportAsync(stream, list, chosen, cancel));
            return ExitCodes.Done;
        });
        return command;
    }
}
