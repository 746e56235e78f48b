using MoodDeck.Audio.Decoding;
using MoodDeck.Audio.Loudness;
using MoodDeck.Audio.Probing;

namespace MoodDeck.Audio.Listening;

/// <summary>Listens to a track: decodes three stretches by one process, computes features, asks the model. Safe for concurrent use.</summary>
public sealed class TrackListener(AudioDecoder decoder, ITrackMoodModel model)
{
    /// <summary>Changes whenever the same file would come out with other features, descriptors, content id or loudness.</summary>
    public const string Version = "2";

    /// <summary>
    /// How much of a track is listened to at most, in seconds. Three short stretches tell the mood of a whole piece as well as one of a
    /// minute and a half from its middle does, for two thirds of the work.
    /// </summary>
    public const double ListenSeconds = Stretches * StretchSeconds;

    private const int Stretches = 3;
    private const double StretchSeconds = 20;

    // Encoder delay and rounding make stated lengths a little too long; this much missing means the file is torn.
    private const double TruncationSlackSeconds = 2;

    /// <summary>Listens to a file that has been probed; fails as <see cref="AudioDecoder"/> does.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; no child process is left.</exception>
    public async Task<AudioResult<TrackHearing>> ListenAsync(string path, AudioInfo info, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(info);
        var spans = AudioSpan.Spread(info.DurationSeconds, Stretches, StretchSeconds);
        var expected = Math.Min(ListenSeconds, info.DurationSeconds ?? 0);
        var excerpt = await decoder.DecodeExcerptAsync(path, info, spans, cancellationToken);
        var isTorn = excerpt.IsOk ? excerpt.Value.Sound.DurationSeconds < expected - TruncationSlackSeconds : excerpt.Failure.Problem == AudioProblem.Truncated;
        // Stretches of the stated length may lie beyond what a half-written file holds.
        if (isTorn && spans.Count > 1)
        {
            spans = [new(0, ListenSeconds)];
            excerpt = await decoder.DecodeExcerptAsync(path, info, spans, cancellationToken);
        }

        if (!excerpt.IsOk) return excerpt.Failure;
        if (excerpt.Value.PacketHash is not { } hash)
            return new AudioFailure(AudioProblem.Failed, $"ffmpeg decoded \"{path}\" but told no hash of its audio. Try a newer ffmpeg.");

        var sound = excerpt.Value.Sound;
        var features = FeatureExtractor.Extract(Cut(sound.ToMono(), spans.Count), cancellationToken);
        var lufs = LoudnessMeter.Measure(sound.Left, sound.Right, sound.SampleRateHertz);
        return new TrackHearing(model.MoodOf(features), features, ContentId.Of(info, hash), lufs > LoudnessMeter.Silence ? lufs : null, isTorn);
    }

    private static AudioClip[] Cut(AudioClip clip, int stretches)
    {
        if (stretches == 1) return [clip];
        var length = (int)(StretchSeconds * clip.SampleRateHertz);
        return [.. clip.Samples.Chunk(length).Where(c => c.Length > length / 2).Select(c => clip with { Samples = c })];
    }
}
