using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Personal;
using MoodDeck.Library.Taste;

namespace MoodDeck.Cli.Taste;

/// <summary><c>taste export</c>: every lesson.</summary>
internal static class TasteExportCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        Option<string?> output = new("--out") { HelpName = "FILE", Description = "Where to write it (default: standard output)." };
        var listener = ListenerOption.Of();
        var data = CommonOptions.Data();
        DocumentedCommand command = new("export", "Write every lesson a listener taught, as JSON.", "mooddeck taste export --out taste.json") { output, listener, data };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var who = await ListenerOption.FindAsync(services, parsed.GetRequiredValue(listener), cancel);
            var book = services.GetRequiredService<TasteBook>();
            await ExportOptions.WriteAsync(parsed.GetValue(output), "lessons", stream => book.ExportAsync(stream, who.Id, cancel));
            return ExitCodes.Done;
        });
        return command;
    }
}
