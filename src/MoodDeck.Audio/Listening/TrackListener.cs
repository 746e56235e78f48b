using MoodDeck.Audio.Decoding;
using MoodDeck.Audio.Probing;
using MoodDeck.Core.Music;

namespace MoodDeck.Audio.Listening;

/// <summary>What listening to a track told.</summary>
/// <param name="Mood">The mood it expresses, with its spread.</param>
/// <param name="Features">What was heard.</param>
/// <param name="IsTruncated">Whether the stretch listened to ended clearly before the length the file states: it is half-written. A tear behind that stretch does not show.</param>
public sealed record TrackHearing(TrackMood Mood, TrackFeatures Features, bool IsTruncated);

/// <summary>Listens to a track: decodes its middle, computes features, asks the model. Safe for concurrent use.</summary>
public sealed class TrackListener(AudioProbe probe, AudioDecoder decoder, ITrackMoodModel model)
{
    /// <summary>How much of a track is listened to at most, in seconds.</summary>
    public const double ListenSeconds = 90;

    // Encoder delay and rounding make stated lengths a little too long; this much missing means the file is torn.
    private const double TruncationSlackSeconds = 2;

    /// <summary>Probes and listens; fails as <see cref="AudioProbe"/> and <see cref="AudioDecoder"/> do.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; no child process is left.</exception>
    public async Task<AudioResult<TrackHearing>> ListenAsync(string path, CancellationToken cancellationToken = default)
    {
        var info = await probe.ProbeAsync(path, cancellationToken);
        return info.IsOk ? await ListenAsync(path, info.Value, cancellationToken) : info.Failure;
    }

    /// <summary>Listens to a file that has been probed already.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; no child process is left.</exception>
    public async Task<AudioResult<TrackHearing>> ListenAsync(string path, AudioInfo info, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(info);
        var span = AudioSpan.Middle(info.DurationSeconds, ListenSeconds);
        var clip = await decoder.DecodeAsync(path, span, cancellationToken);
        // The middle of the stated length may lie beyond what a half-written file holds.
        var isTorn = clip.Failure?.Problem == AudioProblem.Truncated && span.StartSeconds > 0;
        if (isTorn) clip = await decoder.DecodeAsync(path, new AudioSpan(0, ListenSeconds), cancellationToken);
        if (!clip.IsOk) return clip.Failure;

        var expected = Math.Min(span.LengthSeconds, (info.DurationSeconds ?? 0) - span.StartSeconds);
        var features = FeatureExtractor.Extract(clip.Value, cancellationToken);
        return new TrackHearing(model.MoodOf(features), features, isTorn || clip.Value.DurationSeconds < expected - TruncationSlackSeconds);
    }
}
