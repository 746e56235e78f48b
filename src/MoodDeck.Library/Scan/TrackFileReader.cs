using MoodDeck.Audio;
using MoodDeck.Audio.Decoding;
using MoodDeck.Audio.Listening;
using MoodDeck.Audio.Probing;
using MoodDeck.Core.Music;
using MoodDeck.Library.Artwork;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Lyrics;
using MoodDeck.Library.Sound;

namespace MoodDeck.Library.Scan;

/// <summary>Reads tags with <see cref="AudioProbe"/> and listens.</summary>
internal sealed class TrackFileReader(
    AudioProbe probe, TrackListener listener, AudioDecoder decoder, CoverReader covers, ITrackMoodModel model) : ITrackFileReader
{
    // Every piece's artist holds it, see MoodDeck.Demo.
    private const string DemoArtist = "MoodDeck Demo";
    private const double TailSeconds = 2;

    // Without the model: what another would say is told from what was heard, see TrackMoods.
    public string Version => "3." + TrackListener.Version;

    public async Task<TrackFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var info = await probe.ProbeAsync(path, cancellationToken);
        if (!info.IsOk) return Problem(info.Failure);
        var hearing = await listener.ListenAsync(path, info.Value, cancellationToken);
        if (!hearing.IsOk) return Problem(hearing.Failure);
        if (hearing.Value.IsTruncated) return Problem(HalfWritten(path));
        if (await TailProblemAsync(path, info.Value, cancellationToken) is { } torn) return Problem(torn);
        return Of(path, info.Value, hearing.Value, await CoverAsync(path, info.Value, cancellationToken));
    }

    private TrackFile Of(string path, AudioInfo info, TrackHearing hearing, ArtworkImage? cover)
    {
        var title = info.Title ?? FileTitle.Of(path);
        var source = info.Mood is not null && info.Artist?.Contains(DemoArtist, StringComparison.Ordinal) == true ? TrackSource.Demo : TrackSource.Library;
        // A demo piece is the same piece however this machine's ffmpeg encodes it.
        var key = source == TrackSource.Demo ? TrackId.SongKey(info.Artist, title, null) : hearing.ContentId;
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
            Mood = info.Mood ?? hearing.Mood,
            Path = path,
            ArtworkId = cover?.Id,
            Loudness = hearing.LoudnessLufs is { } lufs ? new(lufs, null) : null,
            TrackNumber = info.TrackNumber,
            DiscNumber = info.DiscNumber,
        };
        var words = LyricsFinder.Find(path, info.Lyrics);
        return new()
        {
            Track = track,
            Key = key,
            Cover = cover,
            Sound = new(hearing.Features, info.Mood is null ? model.Name : null, Facts(path, info)),
            Lyrics = words is null ? null : new(words, info.Language),
        };
    }

    private static AudioFacts Facts(string path, AudioInfo info) =>
        new(info.Codec, info.Container, info.SampleRateHertz, info.Channels, info.BitRate, info.StartPaddingSamples, FolderListing.Describe(path)?.SizeBytes ?? 0);

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

    private async Task<ArtworkImage?> CoverAsync(string path, AudioInfo info, CancellationToken cancellationToken)
    {
        if (!info.HasCover) return FolderCover.Find(path);
        var cover = await covers.ReadAsync(path, cancellationToken);
        return cover.IsOk && ArtworkImages.Of(cover.Value.Bytes.ToArray()) is { } image ? image : FolderCover.Find(path);
    }

    private static TrackFile Problem(AudioFailure failure) => failure.Problem switch
    {
        AudioProblem.ToolMissing => throw new LibraryException(failure.Message),
        AudioProblem.TimedOut => throw new TimeoutException(failure.Message),
        AudioProblem.Truncated => TrackFile.Bad(ProblemCodes.Truncated, failure.Message),
        AudioProblem.Empty => TrackFile.Bad(ProblemCodes.Empty, failure.Message),
        AudioProblem.NotAudio => TrackFile.Bad(ProblemCodes.NotAudio, failure.Message),
        AudioProblem.Missing => TrackFile.Bad(ProblemCodes.Missing, failure.Message),
        _ => TrackFile.Bad(ProblemCodes.Other, failure.Message),
    };

    private static AudioFailure HalfWritten(string path) => new(
        AudioProblem.Truncated, $"\"{path}\" ends before the length it states; it was probably only half written. Copy or download it again.");
}
