using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Cli.Personal;
using MoodDeck.Library.Taste;
using MoodDeck.Server.Taste;

namespace MoodDeck.Cli.Taste;

/// <summary><c>taste show</c>: what was learnt.</summary>
internal static class TasteShowCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var listener = ListenerOption.Of();
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "show", "Show what was learnt of a listener: what counts for them, where they like to be led, whom and what they like.",
            "mooddeck taste show", "mooddeck taste show --listener ana --json")
        {
            listener, data, json,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var who = await ListenerOption.FindAsync(services, parsed.GetRequiredValue(listener), cancel);
            var state = await services.GetRequiredService<ITasteStore>().StateAsync(who.Id, cancel);
            var profile = await services.GetRequiredService<TasteBook>().ProfileAsync(who.Id, cancel);
            if (state is null || profile is null) throw new CliException($"the listener '{who.Id}' was removed meanwhile. Choose another.");
            var answer = TasteAnswer.Of(state.Learns, profile);
            if (parsed.GetValue(json)) JsonOutput.Write(answer);
            else TasteText.Write(who.Name, answer);
            return ExitCodes.Done;
        });
        return command;
    }
}
