using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Personal;
using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Taste;
using MoodDeck.Recommend.Taste;

namespace MoodDeck.Cli.Taste;

/// <summary><c>taste start</c>: begins a taste.</summary>
internal static class TasteStartCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        Option<string[]> artists = new("--artist") { HelpName = "A", Description = "An artist the listener likes; may be given several times.", DefaultValueFactory = _ => [] };
        Option<string[]> languages = new("--language") { HelpName = "L", Description = "A language the listener likes songs in; may be given several times.", DefaultValueFactory = _ => [] };
        Option<string[]> likes = new("--like") { HelpName = "ID", Description = "A track the listener likes, by id; may be given several times.", DefaultValueFactory = _ => [] };
        Option<string[]> dislikes = new("--dislike") { HelpName = "ID", Description = "A track the listener does not like; may be given several times.", DefaultValueFactory = _ => [] };
        var listener = ListenerOption.Of();
        var data = CommonOptions.Data();
        DocumentedCommand command = new(
            "start", "Begin a listener's taste with artists, languages and songs. Without any of them, name five songs unlike each other to say something of.",
            "mooddeck taste start --artist Queen --artist Adele --language en", "mooddeck taste start", "mooddeck taste start --like ID1 --dislike ID2 --listener ana")
        {
            artists, languages, likes, dislikes, listener, data,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var who = await ListenerOption.FindAsync(services, parsed.GetRequiredValue(listener), cancel);
            var book = services.GetRequiredService<TasteBook>();
            var codes = parsed.GetRequiredValue(languages).Select(l => MusicLanguages.TryParse(l, out var code) ? code : throw CliException.Usage($"'{l}' is not a language. Give a code such as es, or an English name.")).ToList();
            var names = parsed.GetRequiredValue(artists);
            List<(string, TrackVerdict)> verdicts =
                [.. parsed.GetRequiredValue(likes).Select(id => (id, TrackVerdict.Like)), .. parsed.GetRequiredValue(dislikes).Select(id => (id, TrackVerdict.Dislike))];
            if (names.Length + codes.Count + verdicts.Count == 0)
            {
                await NameSongsAsync(book, cancel);
                return ExitCodes.Done;
            }

            await RequireAsync(services, names, verdicts, cancel);
            var learnt = await book.StartAsync(who.Id, new(names, codes, verdicts), cancel);
            if (learnt == 0) throw new CliException($"{who.Name} wants nothing learnt. Allow it with: mooddeck taste learn on");
            Console.Out.WriteLine($"Learnt of {who.Name}: {(learnt == 1 ? "1 lesson" : $"{learnt} lessons")}.");
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task NameSongsAsync(TasteBook book, CancellationToken cancel)
    {
        var songs = await book.TastingAsync([], [], seed: 1, cancel);
        if (songs.Count == 0) throw new CliException("no song plays here yet. Scan a music folder or make the demo library, or give --artist.");
        Console.Out.WriteLine("Listen to these and say what you think with --like ID and --dislike ID:");
        foreach (var song in songs) Console.Out.WriteLine($"{song.Id}: {song.Title}{(song.Artist is null ? "" : $" - {song.Artist}")}{(song.Genre is null ? "" : $" ({song.Genre})")}");
    }

    private static async Task RequireAsync(IServiceProvider services, IEnumerable<string> artists, IEnumerable<(string Id, TrackVerdict)> verdicts, CancellationToken cancel)
    {
        var catalogue = services.GetRequiredService<ICatalogue>();
        var index = await catalogue.IndexAsync(cancel);
        if (artists.FirstOrDefault(a => index.Artists.NumberOf(a) == 0) is { } unknown)
            throw new CliException($"the catalogue has no artist called '{unknown}'. library list --query NAME looks for one.");
        foreach (var (id, _) in verdicts)
            if (await catalogue.FindAsync(id, cancel) is null) throw new CliException($"the catalogue has no track '{id}'. library list --json tells ids.");
    }
}
