using MoodDeck.Audio.Listening;
using MoodDeck.Audio.Tagging;
using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Sound;

namespace MoodDeck.Library.Export;

/// <summary>Writes moods into tags, one file after the other: a disk is not faster for several.</summary>
internal sealed class MoodTagExporter(DataFolder folder, ICatalogue catalogue, ITrackSounds sounds, MoodTagWriter writer, ITrackMoodModel model) : IMoodTagExporter
{
    public async Task<int> CountAsync(TrackSource? source = null, CancellationToken cancellationToken = default) =>
        (await TracksAsync(source, cancellationToken)).Count;

    public async Task<TagExportReport> ExportAsync(
        TrackSource? source = null, bool trial = false, IProgress<TagExportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        // Two at once would take each other's copies for those of a run that was killed.
        using var turn = trial ? null : TakeTurn();
        var (written, unchanged, done) = (0, 0, 0);
        List<LeftAloneFile> leftAlone = [];
        var tracks = await TracksAsync(source, cancellationToken);
        foreach (var (path, mood, toldBy) in tracks)
        {
            var result = await writer.WriteAsync(path, mood.Mean, toldBy, trial, cancellationToken);
            if (result.Outcome == MoodTagOutcome.Written) written++;
            else if (result.Outcome == MoodTagOutcome.Unchanged) unchanged++;
            else leftAlone.Add(new(path, result.Outcome, result.Reason ?? ""));
            progress?.Report(new(++done, tracks.Count, path));
        }

        return new(written, unchanged, leftAlone);
    }

    private FileStream TakeTurn()
    {
        try
        {
            return new(Path.Combine(folder.Path, "tags.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new LibraryException("Another export is writing tags. Wait until it is through.", e);
        }
    }

    private async Task<List<(string Path, TrackMood Mood, string ToldBy)>> TracksAsync(TrackSource? source, CancellationToken cancellationToken)
    {
        var models = await sounds.ModelsAsync(cancellationToken);
        List<(string, TrackMood, string)> tracks = [];
        // What nobody listened to has its mood from elsewhere, and no model answers for that.
        await foreach (var track in catalogue.StreamAsync(source, cancellationToken))
            if (track is { Path: { } path, Mood.IsKnown: true } && models.TryGetValue(track.Id, out var toldBy)) tracks.Add((path, track.Mood, toldBy ?? model.Name));
        return tracks;
    }
}
