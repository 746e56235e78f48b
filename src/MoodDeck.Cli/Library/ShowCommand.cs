using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Audio.Spectrograms;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Cli.Personal;
using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Feelings;
using MoodDeck.Library.Sound;
using MoodDeck.Server.Contracts;

namespace MoodDeck.Cli.Library;

/// <summary><c>library show TRACK</c>: all that is known of a track.</summary>
internal static class ShowCommand
{
    private const int ShownCandidates = 10;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Argument<string> which = new("TRACK") { Description = "Its id, its file, or words of its title, artist and album." };
        Option<string?> spectrogram = new("--spectrogram") { HelpName = "OUT.png", Description = "Also draw its spectrogram, low notes at the bottom." };
        var mine = ValueParsers.Option<Vad?>(
            "--mine", "v,a", "Say where it belongs for the listener, whatever it sounds like: valence and arousal, each from -1 to 1.", s => ValueParsers.ValenceArousal("--mine", s));
        Option<bool> takeBack = new("--take-back") { Description = "Take back what was said with --mine." };
        var listener = ListenerOption.Of();
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "show", "Show all that is known of a track: its mood and how sure that is, tempo, key, loudness, its file.",
            "mooddeck library show \"late june\"", "mooddeck library show ~/Music/song.flac --spectrogram song.png", "mooddeck library show 3f2a0c9d8e7b6a51 --mine 0.4,-0.2")
        {
            which, spectrogram, mine, takeBack, listener, data, json,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var track = await FindAsync(services.GetRequiredService<ICatalogue>(), parsed.GetRequiredValue(which), cancel);
            var feelings = services.GetRequiredService<ITrackFeelings>();
            var who = (await ListenerOption.FindAsync(services, parsed.GetRequiredValue(listener), cancel)).Id;
            if (parsed.GetValue(mine) is { } place) await feelings.SetAsync(who, track.Id, place.Valence, place.Arousal, cancel);
            if (parsed.GetValue(takeBack)) await feelings.RemoveAsync(who, track.Id, cancel);
            if (parsed.GetValue(spectrogram) is { } picture) await DrawAsync(services.GetRequiredService<SpectrogramReader>(), track, picture, cancel);

            var felt = await feelings.ListAsync(who, cancel);
            var sound = await services.GetRequiredService<ITrackSounds>().FindAsync(track.Id, cancel);
            var sheet = SheetAnswer.Of(track, sound, felt.TryGetValue(track.Id, out var said) ? said : null, apiRoot: null);
            if (parsed.GetValue(json)) JsonOutput.Write(sheet);
            else SheetText.Print(sheet, track.Path);
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<Track> FindAsync(ICatalogue catalogue, string which, CancellationToken cancel)
    {
        if (TrackId.HasShape(which) && await catalogue.FindAsync(which, cancel) is { } byId) return byId;
        if (File.Exists(which))
        {
            var path = Path.GetFullPath(which);
            return await catalogue.FindByPathAsync(path, cancel) ?? throw new CliException($"{path} is not in the catalogue. Take its folder in with: mooddeck library scan \"{Path.GetDirectoryName(path)}\"");
        }

        var found = await catalogue.SearchAsync(new() { Text = which, Limit = ShownCandidates }, cancel);
        return found.Tracks switch
        {
            [var only] => only,
            [] => throw new CliException($"The catalogue has no track \"{which}\". List tracks with: mooddeck library list --query WORDS"),
            _ => throw new CliException(
                $"{found.Total} tracks match \"{which}\": {string.Join("; ", found.Tracks.Select(t => $"{t.Id} {t.Title}{(t.Artist is null ? "" : $" by {t.Artist}")}"))}{(found.Total > found.Tracks.Count ? "; …" : "")}. Give the id of one."),
        };
    }

    private static async Task DrawAsync(SpectrogramReader reader, Track track, string picture, CancellationToken cancel)
    {
        if (track.Path is null) throw new CliException($"'{track.Title}' has no file on this machine, so there is nothing to draw.");
        var drawn = await reader.ReadAsync(track.Path, cancel);
        if (!drawn.IsOk) throw new CliException(drawn.Failure.Message);
        await WholeFile.WriteAsync(picture, async stream =>
        {
            await stream.WriteAsync(drawn.Value.ToPng(), cancel);
            return picture;
        });
    }
}
