using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Cli.Personal;
using MoodDeck.Library.Taste;

namespace MoodDeck.Cli.Taste;

/// <summary><c>taste erase</c>: forgets.</summary>
internal static class TasteEraseCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        Option<string?> artist = new("--artist") { HelpName = "A", Description = "Only what was learnt of this artist." };
        Option<string?> genre = new("--genre") { HelpName = "G", Description = "Only what was learnt of this genre." };
        var language = ValueParsers.Option<string?>("--language", "L", "Only what was learnt of this language.", ValueParsers.Language);
        Option<bool> yes = new("--yes") { Description = "Erase without asking." };
        var listener = ListenerOption.Of();
        var data = CommonOptions.Data();
        DocumentedCommand command = new(
            "erase", "Erase what was learnt of a listener: everything, or what was learnt of one artist, genre or language.",
            "mooddeck taste erase", "mooddeck taste erase --artist Queen --yes")
        {
            artist, genre, language, yes, listener, data,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            List<(TasteNames Of, string Name)> names =
            [
                .. new[] { (TasteNames.Artist, parsed.GetValue(artist)), (TasteNames.Genre, parsed.GetValue(genre)), (TasteNames.Language, parsed.GetValue(language)) }
                    .Where(n => n.Item2 is not null).Select(n => (n.Item1, n.Item2!)),
            ];
            if (names.Any(n => string.IsNullOrWhiteSpace(n.Name))) throw CliException.Usage("an artist, a genre or a language needs a name.");
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var who = await ListenerOption.FindAsync(services, parsed.GetRequiredValue(listener), cancel);
            var what = names.Count == 0 ? "everything that was learnt" : $"what was learnt of {string.Join(" and ", names.Select(n => n.Name))}";
            if (!Confirmation.Ask($"Erase {what} of {who.Name}?", parsed.GetValue(yes)))
            {
                Console.Error.WriteLine("Nothing was erased.");
                return ExitCodes.Failed;
            }

            var store = services.GetRequiredService<ITasteStore>();
            var lessons = names.Count == 0 ? await store.EraseAsync(who.Id, cancel) : 0;
            foreach (var (of, name) in names) lessons += await store.ForgetAsync(who.Id, of, name, cancel);
            Console.Out.WriteLine($"Erased of {who.Name}: {(lessons == 1 ? "1 lesson" : $"{lessons} lessons")}.");
            return ExitCodes.Done;
        });
        return command;
    }
}
