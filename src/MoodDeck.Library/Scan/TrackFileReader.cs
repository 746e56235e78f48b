using MoodDeck.Audio;
using MoodDeck.Audio.Decoding;
using MoodDeck.Audio.Listening;
using MoodDeck.Audio.Loudness;
using MoodDeck.Audio.Probing;
using MoodDeck.Core.Music;
using MoodDeck.Library.Artwork;
using MoodDeck.Library.Catalogue;

namespace MoodDeck.Library.Scan;

/// <summary>Reads tags with <see cref="AudioProbe"/> and, where they do not state the mood, listens.</summary>
internal sealed class TrackFileReader(
    AudioProbe probe, TrackListener listener, AudioDecoder decoder, CoverReader covers, ITrackMoodModel model) : ITrackFileReader
{
    // Every piece's artist holds it, see MoodDeck.Demo.
    private const string DemoArtist = "MoodDeck Demo";
    private const double TailSeconds = 2;
    // A stretch within this of the longest that is decoded may have been cut off there.
    private const double EndSeconds = 0.5;

    public string Version => "2 " + model.Name;

    public async Task<TrackFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var info = await probe.ProbeAsync(path, cancellationToken);
        if (!info.IsOk) return Problem(info.Failure);

        var (mood, failure) = info.Value.Mood is { } stated
            ? (stated, await TailProblemAsync(path, info.Value, cancellationToken))
            : await ListenAsync(path, info.Value, cancellationToken);
        if (failure is not null) return Problem(failure);

        var cover = await CoverAsync(path, info.Value, cancellationToken);
        return Of(path, info.Value, mood, await LoudnessAsync(path, info.Value, cancellationToken), cover);
    }

    private static TrackFile Of(string path, AudioInfo info, TrackMood mood, TrackLoudness? loudness, ArtworkImage? cover)
    {
        var title = info.Title ?? FileTitle.Of(path);
        var source = info.Mood is not null && info.Artist?.Contains(DemoArtist, StringComparison.Ordinal) == true ? TrackSource.Demo : TrackSource.Library;
        // A demo piece is the same piece wherever its file lies; of the user's own files each is a track of its own.
        var key = source == TrackSource.Demo ? TrackId.SongKey(info.Artist, title, null) : path;
        var track = new Track
        {
            Id = TrackId.Of(source, key),
            Source = source,
            Title = title,
            Artist = info.Artist,
            Album = info.Album,
            Year = info.Year,
            Language = info.Language,
            Genre = info.Genre,
            DurationSeconds = info.DurationSeconds,
            Mood = mood,
            Path = path,
            ArtworkId = cover?.Id,
            Loudness = loudness,
            TrackNumber = info.TrackNumber,
            DiscNumber = info.DiscNumber,
        };
        return new(track, key, cover, null);
    }

    private async Task<(TrackMood Mood, AudioFailure? Failure)> ListenAsync(string path, AudioInfo info, CancellationToken cancellationToken)
    {
        var hearing = await listener.ListenAsync(path, info, cancellationToken);
        if (!hearing.IsOk) return (TrackMood.Unknown, hearing.Failure);
        return hearing.Value.IsTruncated
            ? (TrackMood.Unknown, HalfWritten(path))
            : (hearing.Value.Mood, await TailProblemAsync(path, info, cancellationToken));
    }

    /// <summary>
    /// Whether the end is missing that the file's header promises. Only for formats that state their length: that of an
    /// MP3 is an estimate, and Ogg has none but where it ends.
    /// </summary>
    private async Task<AudioFailure?> TailProblemAsync(string path, AudioInfo info, CancellationToken cancellationToken)
    {
        var statesLength = info.Codec is "flac" or "alac" or "aac" || info.Codec.StartsWith("pcm_", StringComparison.Ordinal);
        if (!statesLength || info.DurationSeconds is not > TailSeconds) return null;
        var tail = await decoder.DecodeAsync(path, new AudioSpan(info.DurationSeconds.Value - TailSeconds, TailSeconds), cancellationToken);
        return tail.Failure?.Problem == AudioProblem.Truncated ? HalfWritten(path) : null;
    }

    /// <summary>
    /// Of the stretch that is listened to for the mood, where intro and fade-out do not count: about what the whole track
    /// measures, for a part of the work. A peak, though, says nothing about the rest of a track, where the finale may be. Not
    /// knowing either is no reason to leave a track out.
    /// </summary>
    private async Task<TrackLoudness?> LoudnessAsync(string path, AudioInfo info, CancellationToken cancellationToken)
    {
        var span = AudioSpan.Middle(info.DurationSeconds, TrackListener.ListenSeconds);
        var clip = await decoder.DecodeStereoAsync(path, info, span, cancellationToken);
        if (!clip.IsOk || LoudnessReading.Of(clip.Value) is not { } reading) return null;
        // By what was decoded, since the stated length of an MP3 may be an estimate.
        var isWhole = span.StartSeconds == 0 && clip.Value.DurationSeconds < span.LengthSeconds - EndSeconds;
        return new(reading.IntegratedLufs, isWhole ? reading.TruePeakDb : null);
    }

    private async Task<ArtworkImage?> CoverAsync(string path, AudioInfo info, CancellationToken cancellationToken)
    {
        if (!info.HasCover) return FolderCover.Find(path);
        var cover = await covers.ReadAsync(path, cancellationToken);
        return cover.IsOk && ArtworkImages.Of(cover.Value.Bytes.ToArray()) is { } image ? image : FolderCover.Find(path);
    }

    private static TrackFile Problem(AudioFailure failure) => failure.Problem == AudioProblem.ToolMissing
        ? throw new LibraryException(failure.Message)
        : TrackFile.Bad(failure.Message);

    private static AudioFailure HalfWritten(string path) => new(
        AudioProblem.Truncated, $"\"{path}\" ends before the length it states; it was probably only half written. Copy or download it again.");
}
