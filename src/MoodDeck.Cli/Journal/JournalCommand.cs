using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Cli.Personal;
using MoodDeck.Library.Journal;
using MoodDeck.Server.Contracts;

namespace MoodDeck.Cli.Journal;

/// <summary><c>journal</c>: how a day felt and what played.</summary>
internal static class JournalCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        DayOptions days = new();
        var listener = ListenerOption.Of();
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "journal", "Tell how a day felt, what played, and what came before a change. Only what a listener asked to be kept is there.",
            "mooddeck journal", "mooddeck journal --day 2026-11-21 --listener ana", "mooddeck journal export --out journal.csv", "mooddeck journal erase --day 2026-11-21")
        {
            JournalExportCommand.Create(), JournalEraseCommand.Create(), listener, days.Day, days.Zone, data, json,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var who = await ListenerOption.FindAsync(services, parsed.GetRequiredValue(listener), cancel);
            var zone = parsed.GetRequiredValue(days.Zone);
            var today = JournalClock.DayOf(services.GetRequiredService<TimeProvider>().GetUtcNow(), zone);
            var request = JournalRequest.Of(parsed.GetValue(days.Day) ?? today, zone);
            var keptSince = await services.GetRequiredService<IMoodStore>().OldestAsync(who.Id, cancel);
            var journal = who.KeepHistory ? await services.GetRequiredService<JournalReader>().ReadAsync(who.Id, request, cancel) : null;
            if (parsed.GetValue(json)) JsonOutput.Write(journal is null ? JournalAnswer.Off(request, keptSince) : JournalAnswer.Of(request, keptSince, journal));
            else if (journal is null) JournalText.WriteOff(who, keptSince);
            else JournalText.Write(who, request, journal);
            return ExitCodes.Done;
        });
        return command;
    }
}
