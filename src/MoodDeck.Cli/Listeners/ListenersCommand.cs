using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Cli.Personal;
using MoodDeck.Library.Listeners;

namespace MoodDeck.Cli.Listeners;

/// <summary><c>listeners …</c>: the people of a household.</summary>
internal static class ListenersCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => new("listeners", "The people of a household, picked by hand and never recognised.") { List(), Add(), Remove() };

    private static DocumentedCommand List()
    {
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        DocumentedCommand command = new("list", "List the listeners.", "mooddeck listeners list") { data, json };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var all = await services.GetRequiredService<IListenerStore>().ListAsync(cancel);
            if (parsed.GetValue(json)) JsonOutput.Write(all);
            else foreach (var listener in all) Console.Out.WriteLine($"{listener.Id}: {listener.Name}, {(listener.KeepHistory ? "keeps a history" : "keeps no history")}");
            return ExitCodes.Done;
        });
        return command;
    }

    private static DocumentedCommand Add()
    {
        Argument<string> name = new("NAME") { Description = $"What people read, 1 to {PersonalName.MostOfListener} characters of any script." };
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        DocumentedCommand command = new("add", "Add a listener.", "mooddeck listeners add Ana", "mooddeck listeners add \"Grandpa João\"") { name, data, json };
        command.SetAction(async (parsed, cancel) =>
        {
            var read = PersonalName.Read(parsed.GetRequiredValue(name), PersonalName.MostOfListener)
                ?? throw CliException.Usage($"a name has 1 to {PersonalName.MostOfListener} characters on one line. Choose another.");
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var added = await services.GetRequiredService<IListenerStore>().AddAsync(read, cancel)
                ?? throw new CliException($"there are {IListenerStore.MostListeners} listeners already. Remove one first.");
            if (parsed.GetValue(json)) JsonOutput.Write(added);
            else Console.Out.WriteLine($"{added.Name} is here: --listener {added.Id}");
            return ExitCodes.Done;
        });
        return command;
    }

    private static DocumentedCommand Remove()
    {
        Argument<string> id = new("ID") { Description = "The listener's id, as listeners list tells it." };
        Option<bool> yes = new("--yes") { Description = "Remove without asking." };
        var data = CommonOptions.Data();
        DocumentedCommand command = new(
            "remove", "Remove a listener and erase everything of theirs: plays, moods, what was learned of the face, playlists, likes and bans.",
            "mooddeck listeners remove ana")
        {
            id, yes, data,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var who = await ListenerOption.FindAsync(services, parsed.GetRequiredValue(id), cancel);
            if (!Confirmation.Ask($"Remove {who.Name} and erase everything of theirs?", parsed.GetValue(yes)))
            {
                Console.Error.WriteLine("Nothing was erased.");
                return ExitCodes.Failed;
            }

            if (await services.GetRequiredService<IListenerStore>().RemoveAsync(who.Id, cancel) == ListenerRemoval.Last)
                throw new CliException($"{who.Name} is the only listener; somebody must be left to listen. Add another first.");
            Console.Out.WriteLine($"{who.Name} is gone, with everything of theirs.");
            return ExitCodes.Done;
        });
        return command;
    }
}
