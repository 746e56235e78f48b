using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Personal;
using MoodDeck.Library.Export;
using MoodDeck.Library.Journal;

namespace MoodDeck.Cli.Journal;

/// <summary><c>journal export</c>: readings and plays as they are stored.</summary>
internal static class JournalExportCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        DayOptions days = new();
        var (format, output) = ExportOptions.Of(ExportFormat.Csv, ExportFormat.Json);
        var listener = ListenerOption.Of();
        var data = CommonOptions.Data();
        DocumentedCommand command = new(
            "export", "Write the readings and plays a listener let be kept as a table.",
            "mooddeck journal export --out journal.csv", "mooddeck journal export --from 2026-11-01 --to 2026-11-30 --format json")
        {
            listener, days.Day, days.From, days.To, days.Zone, format, output, data,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var (from, to) = days.RangeOf(parsed);
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var who = await ListenerOption.FindAsync(services, parsed.GetRequiredValue(listener), cancel);
            var exporter = services.GetRequiredService<JournalExporter>();
            var file = parsed.GetValue(output);
            var chosen = parsed.GetValue(format) ?? ExportOptions.FormatOfFile(file, ExportFormat.Csv);
            await ExportOptions.WriteAsync(file, "rows", stream => exporter.ExportAsync(stream, who.Id, chosen, from, to, cancel));
            return ExitCodes.Done;
        });
        return command;
    }
}
