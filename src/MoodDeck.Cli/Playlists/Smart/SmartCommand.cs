using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Cli.Personal;
using MoodDeck.Library.Export;
using MoodDeck.Library.Listeners;
using MoodDeck.Library.Playlists;
using MoodDeck.Library.Playlists.Smart;

namespace MoodDeck.Cli.Playlists.Smart;

/// <summary><c>playlists smart …</c>: playlists that are rules.</summary>
internal static class SmartCommand
{
    private const int Shown = 20;

    /// <summary>The command.</summary>
    public static Command Create() => new("smart", "Playlists that are rules: a mood, years, genres, not played for a month; what they hold is found when they are opened.")
    {
        List(), Make(), Show(), Edit(), Delete(), Export(), Save(),
    };

    private static DocumentedCommand List()
    {
        var (listener, data, json) = (ListenerOption.Of(), CommonOptions.Data(), CommonOptions.Json());
        DocumentedCommand command = new("list", "List the smart playlists, the last changed first.", "mooddeck playlists smart list") { listener, data, json };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var who = await ListenerOption.FindAsync(services, parsed.GetRequiredValue(listener), cancel);
            var lists = await services.GetRequiredService<ISmartPlaylists>().ListAsync(who.Id, cancel) ?? [];
            if (parsed.GetValue(json)) JsonOutput.Write(new { listener = who.Id, playlists = lists });
            else if (lists.Count == 0) Console.Out.WriteLine($"{who.Name} has no smart playlists.");
            else foreach (var list in lists) Console.Out.WriteLine($"{list.Id}: {list.Name}, {SmartText.Of(list.Rules)}");
            return ExitCodes.Done;
        });
        return command;
    }

    private static DocumentedCommand Make()
    {
        Argument<string> name = new("NAME") { Description = "What it is called." };
        Option<bool> trial = new("--dry-run") { Description = "Only tell what it would hold." };
        SmartRuleOptions rules = new();
        var (listener, data, json) = (ListenerOption.Of(), CommonOptions.Data(), CommonOptions.Json());
        DocumentedCommand command = new(
            "create", "Make a smart playlist.",
            "mooddeck playlists smart create Evening --mood calm --radius 0.4 --not-played 30 --playable",
            "mooddeck playlists smart create \"Spanish seventies\" --language es --year-from 1970 --year-to 1979 --order path",
            "mooddeck playlists smart create New --added 14 --shortest 2:00 --dry-run")
        {
            name, trial, listener, data, json,
        };
        rules.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var wanted = rules.Read(parsed, new());
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var store = services.GetRequiredService<ISmartPlaylists>();
            var who = await ListenerOption.FindAsync(services, parsed.GetRequiredValue(listener), cancel);
            var list = parsed.GetValue(trial) ? new SmartPlaylist(0, NameOf(parsed.GetRequiredValue(name)), 0, default, default, wanted)
                : Done(await store.CreateAsync(who.Id, NameOf(parsed.GetRequiredValue(name)), wanted, cancel), who, 0);
            SmartText.Write(list, await store.EvaluateAsync(who.Id, wanted, 0, Shown, cancel), parsed.GetValue(json));
            return ExitCodes.Done;
        });
        return command;
    }

    private static DocumentedCommand Show()
    {
        var id = Id();
        var limit = ValueParsers.Whole("--show", "How many tracks to tell (default: 20)", Shown, 0, IPlaylistStore.MostTracks);
        var (listener, data, json) = (ListenerOption.Of(), CommonOptions.Data(), CommonOptions.Json());
        DocumentedCommand command = new("show", "Show a smart playlist's rules and what it holds now.", "mooddeck playlists smart show 3", "mooddeck playlists smart show 3 --show 500 --json") { id, limit, listener, data, json };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var (who, list) = await FindAsync(services, parsed, listener, id, cancel);
            SmartText.Write(list, await services.GetRequiredService<ISmartPlaylists>().EvaluateAsync(who.Id, list.Rules, 0, parsed.GetValue(limit), cancel), parsed.GetValue(json));
            return ExitCodes.Done;
        });
        return command;
    }

    private static DocumentedCommand Edit()
    {
        var id = Id();
        Option<string?> name = new("--name") { HelpName = "NAME", Description = "Another name." };
        SmartRuleOptions rules = new();
        var (listener, data, json) = (ListenerOption.Of(), CommonOptions.Data(), CommonOptions.Json());
        DocumentedCommand command = new(
            "edit", "Change a smart playlist: rules that are given take the place of theirs, others stay.",
            "mooddeck playlists smart edit 3 --radius 0.5 --genre folk --genre jazz", "mooddeck playlists smart edit 3 --name Night --clear year --clear liked")
        {
            id, name, rules.Clear, listener, data, json,
        };
        rules.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var store = services.GetRequiredService<ISmartPlaylists>();
            var (who, list) = await FindAsync(services, parsed, listener, id, cancel);
            var called = parsed.GetValue(name) is { } other ? NameOf(other) : null;
            var changed = Done(await store.ChangeAsync(who.Id, list.Id, list.Version, called, rules.Read(parsed, list.Rules), cancel), who, list.Id);
            SmartText.Write(changed, await store.EvaluateAsync(who.Id, changed.Rules, 0, Shown, cancel), parsed.GetValue(json));
            return ExitCodes.Done;
        });
        return command;
    }

    private static DocumentedCommand Delete()
    {
        var id = Id();
        var (listener, data) = (ListenerOption.Of(), CommonOptions.Data());
        DocumentedCommand command = new("delete", "Erase a smart playlist; its tracks stay.", "mooddeck playlists smart delete 3") { id, listener, data };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var (who, list) = await FindAsync(services, parsed, listener, id, cancel);
            await services.GetRequiredService<ISmartPlaylists>().RemoveAsync(who.Id, list.Id, cancel);
            Console.Out.WriteLine($"{list.Name} is gone.");
            return ExitCodes.Done;
        });
        return command;
    }

    private static DocumentedCommand Export()
    {
        var id = Id();
        var (format, output) = ExportOptions.Of(ExportFormat.M3u8, ExportFormat.Csv, ExportFormat.Json);
        var (listener, data) = (ListenerOption.Of(), CommonOptions.Data());
        DocumentedCommand command = new("export", "Write out what a smart playlist holds now.", "mooddeck playlists smart export 3 --out evening.m3u8") { id, format, output, listener, data };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var (who, list) = await FindAsync(services, parsed, listener, id, cancel);
            var held = list.With(await services.GetRequiredService<ISmartPlaylists>().EvaluateAsync(who.Id, list.Rules, cancellationToken: cancel));
            var file = parsed.GetValue(output);
            var chosen = parsed.GetValue(format) ?? ExportOptions.FormatOfFile(file, ExportFormat.M3u8);
            await ExportOptions.WriteAsync(file, "tracks", stream => PlaylistExporter.ExportAsync(stream, held, chosen, cancel));
            return ExitCodes.Done;
        });
        return command;
    }

    private static DocumentedCommand Save()
    {
        var id = Id();
        Option<string?> name = new("--name") { HelpName = "NAME", Description = "What the plain playlist is called; its own name when left out." };
        var (listener, data) = (ListenerOption.Of(), CommonOptions.Data());
        DocumentedCommand command = new("save", "Make a plain playlist of what a smart one holds now.", "mooddeck playlists smart save 3 --name \"Evening of today\"") { id, name, listener, data };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var (who, list) = await FindAsync(services, parsed, listener, id, cancel);
            var held = await services.GetRequiredService<ISmartPlaylists>().EvaluateAsync(who.Id, list.Rules, cancellationToken: cancel);
            var change = await services.GetRequiredService<IPlaylistStore>().CreateAsync(who.Id, NameOf(parsed.GetValue(name) ?? list.Name), [.. held.Tracks.Select(t => t.Id)], cancel);
            if (change.Playlist is not { } made) throw Refused(change.Refusal, who, list.Id);
            Console.Out.WriteLine($"{made.Id}: {made.Name}, {made.Entries.Count} tracks");
            return ExitCodes.Done;
        });
        return command;
    }

    private static Argument<long> Id() => ValueParsers.Id("The smart playlist's number, as playlists smart list tells it.");

    private static async Task<(Listener Who, SmartPlaylist List)> FindAsync(IServiceProvider services, ParseResult parsed, Option<string> listener, Argument<long> id, CancellationToken cancel)
    {
        var who = await ListenerOption.FindAsync(services, parsed.GetRequiredValue(listener), cancel);
        var number = parsed.GetRequiredValue(id);
        return (who, await services.GetRequiredService<ISmartPlaylists>().FindAsync(who.Id, number, cancel) ?? throw Refused(PlaylistRefusal.UnknownPlaylist, who, number));
    }

    private static string NameOf(string name) => PersonalName.Read(name, PersonalName.MostOfPlaylist)
        ?? throw CliException.Usage($"a name has 1 to {PersonalName.MostOfPlaylist} characters on one line. Choose another.");

    private static SmartPlaylist Done(SmartPlaylistChange change, Listener who, long id) =>
        change is { Refusal: PlaylistRefusal.None, Playlist: { } list } ? list : throw Refused(change.Refusal, who, id);

    private static CliException Refused(PlaylistRefusal refusal, Listener who, long id) => new(refusal switch
    {
        PlaylistRefusal.Full => $"there are {IPlaylistStore.MostPlaylists} playlists already. Remove one first.",
        PlaylistRefusal.UnknownPlaylist => $"{who.Name} has no smart playlist {id}. See: ./mooddeck playlists smart list",
        _ => "it was changed meanwhile. Look at it again and repeat the change.",
    });
}
