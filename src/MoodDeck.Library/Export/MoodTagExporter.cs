using MoodDeck.Audio.Listening;
using MoodDeck.Audio.Tagging;
using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;

namespace MoodDeck.Library.Export;

/// <summary>Writes moods into tags, one file after the other: a disk is not faster for several.</summary>
internal sealed class MoodTagExporter(ICatalogue catalogue, MoodTagWriter writer, ITrackMoodModel model) : IMoodTagExporter
{
    public async Task<int> CountAsync(TrackSource? source = null, CancellationToken cancellationToken = default) =>
        (await TracksAsync(source, cancellationToken)).Count;

    public async Task<TagExportReport> ExportAsync(
        TrackSource? source = null, bool trial = false, IProgress<TagExportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var (written, unchanged, done) = (0, 0, 0);
        List<LeftAloneFile> leftAlone = [];
        var tracks = await TracksAsync(source, cancellationToken);
        foreach (var (path, mood) in tracks)
        {
            var result = await writer.WriteAsync(path, mood.Mean, model.Name, trial, cancellationToken);
            if (result.Outcome == MoodTagOutcome.Written) written++;
            else if (result.Outcome == MoodTagOutcome.Unchanged) unchanged++;
            else leftAlone.Add(new(path, result.Outcome, result.Reason ?? ""));
            progress?.Report(new(++done, tracks.Count, path));
        }

        return new(written, unchanged, leftAlone);
    }

    private async Task<List<(string Path, TrackMood Mood)>> TracksAsync(TrackSource? source, CancellationToken cancellationToken)
    {
        List<(string, TrackMood)> tracks = [];
        await foreach (var track in catalogue.StreamAsync(source, cancellationToken))
            if (track is { Path: { } path, Mood.IsKnown: true }) tracks.Add((path, track.Mood));
        return tracks;
    }
}
