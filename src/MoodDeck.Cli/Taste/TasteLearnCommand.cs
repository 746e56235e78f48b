using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Personal;
using MoodDeck.Library.Taste;

namespace MoodDeck.Cli.Taste;

/// <summary><c>taste learn</c>: whether MoodDeck may learn.</summary>
internal static class TasteLearnCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        Argument<string> onOff = new("on|off") { Description = "on: learn from what the listener plays, skips, likes and bans; off: learn nothing more. What was learnt stays." };
        onOff.AcceptOnlyFromAmong("on", "off");
        var listener = ListenerOption.Of();
        var data = CommonOptions.Data();
        DocumentedCommand command = new("learn", "Let MoodDeck learn what a listener likes, or not.", "mooddeck taste learn off", "mooddeck taste learn on --listener ana") { onOff, listener, data };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var who = await ListenerOption.FindAsync(services, parsed.GetRequiredValue(listener), cancel);
            var learns = parsed.GetRequiredValue(onOff) == "on";
            await services.GetRequiredService<ITasteStore>().SetLearnsAsync(who.Id, learns, cancel);
            Console.Out.WriteLine(learns ? $"MoodDeck learns what {who.Name} likes." : $"MoodDeck learns nothing more of {who.Name}. What it learnt stays; erase it with: mooddeck taste erase");
            return ExitCodes.Done;
        });
        return command;
    }
}
