using MoodDeck.Audio.Decoding;
using MoodDeck.Audio.Loudness;
using MoodDeck.Audio.Probing;

namespace MoodDeck.Audio.Listening;

/// <summary>Listens to a track: decodes its middle by one process, computes features, asks the model. Safe for concurrent use.</summary>
public sealed class TrackListener(AudioDecoder decoder, ITrackMoodModel model)
{
    /// <summary>Changes whenever the same file would come out with other features, descriptors, content id or loudness.</summary>
    public const string Version = "1";

    /// <summary>How much of a track is listened to at most, in seconds.</summary>
    public const double ListenSeconds = 60;

    // Encoder delay and rounding make stated lengths a little too long; this much missing means the file is torn.
    private const double TruncationSlackSeconds = 2;

    /// <summary>Listens to a file that has been probed; fails as <see cref="AudioDecoder"/> does.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; no child process is left.</exception>
    public async Task<AudioResult<TrackHearing>> ListenAsync(string path, AudioInfo info, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(info);
        var span = AudioSpan.Middle(info.DurationSeconds, ListenSeconds);
        var excerpt = await decoder.DecodeExcerptAsync(path, info, span, cancellationToken);
        // The middle of the stated length may lie beyond what a half-written file holds.
        var isTorn = excerpt.Failure?.Problem == AudioProblem.Truncated && span.StartSeconds > 0;
        if (isTorn) excerpt = await decoder.DecodeExcerptAsync(path, info, new AudioSpan(0, ListenSeconds), cancellationToken);
        if (!excerpt.IsOk) return excerpt.Failure;
        if (excerpt.Value.PacketHash is not { } hash)
            return new AudioFailure(AudioProblem.Failed, $"ffmpeg decoded \"{path}\" but told no hash of its audio. Try a newer ffmpeg.");

        var sound = excerpt.Value.Sound;
        var features = FeatureExtractor.Extract(sound.ToMono(), cancellationToken);
        var lufs = LoudnessMeter.Measure(sound.Left, sound.Right, sound.SampleRateHertz);
        var expected = Math.Min(span.LengthSeconds, (info.DurationSeconds ?? 0) - span.StartSeconds);
        return new TrackHearing(
            model.MoodOf(features),
            features,
            ContentId.Of(info, hash),
            lufs > LoudnessMeter.Silence ? lufs : null,
            isTorn || sound.DurationSeconds < expected - TruncationSlackSeconds);
    }
}
