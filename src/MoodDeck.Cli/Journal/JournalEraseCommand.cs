using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Cli.Personal;
using MoodDeck.Library.Journal;

namespace MoodDeck.Cli.Journal;

/// <summary><c>journal erase</c>: readings and plays, for good.</summary>
internal static class JournalEraseCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        DayOptions days = new();
        var listener = ListenerOption.Of();
        Option<bool> yes = new("--yes") { Description = "Erase without asking." };
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "erase", "Erase a listener's readings and plays: all of them, or those of some days.",
            "mooddeck journal erase", "mooddeck journal erase --from 2026-11-01 --to 2026-11-07 --yes")
        {
            listener, days.Day, days.From, days.To, days.Zone, yes, data, json,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var (from, to) = days.RangeOf(parsed);
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var who = await ListenerOption.FindAsync(services, parsed.GetRequiredValue(listener), cancel);
            var what = (from ?? to) is null ? "the whole journal" : "these days of the journal";
            if (!Confirmation.Ask($"Erase {what} of {who.Name}?", parsed.GetValue(yes)))
            {
                Console.Error.WriteLine("Nothing was erased.");
                return ExitCodes.Failed;
            }

            var erased = await services.GetRequiredService<IMoodStore>().EraseAsync(who.Id, from, to, cancel);
            if (parsed.GetValue(json)) JsonOutput.Write(erased);
            else Console.Out.WriteLine($"Erased of {who.Name}: {erased.Readings} readings, {erased.Plays} entries of the play history.");
            return ExitCodes.Done;
        });
        return command;
    }
}
