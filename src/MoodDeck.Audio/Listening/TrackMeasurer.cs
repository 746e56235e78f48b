using MoodDeck.Audio.Decoding;
using MoodDeck.Audio.Loudness;
using MoodDeck.Audio.Probing;

namespace MoodDeck.Audio.Listening;

/// <summary>Measures whole files, from beginning to end in little memory. Safe for concurrent use.</summary>
public sealed class TrackMeasurer(AudioDecoder decoder)
{
    private const int CurvePoints = 600;
    private const double SilenceDb = -120;

    /// <summary>Measures a file that has been probed; a half-written one as far as it goes. Fails as <see cref="AudioDecoder"/> does.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; no child process is left.</exception>
    public async Task<AudioResult<TrackMeasure>> MeasureAsync(string path, AudioInfo info, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(info);
        var rate = AudioDecoder.StereoRateOf(info);
        LoudnessMeter loudness = new(rate);
        TruePeak left = new(), right = new();
        var samples = 0L;
        var failure = await decoder.StreamStereoAsync(path, info, (l, r) =>
        {
            loudness.Add(l, r);
            left.Add(l);
            right.Add(r);
            samples += l.Length;
        }, cancellationToken);
        if (failure is not null) return failure;

        var (step, curve) = loudness.Curve(CurvePoints);
        var lufs = loudness.IntegratedLufs();
        return new TrackMeasure(
            lufs > LoudnessMeter.Silence ? lufs : null,
            loudness.RangeLu(),
            Math.Max(SilenceDb, 20 * Math.Log10(Math.Max(left.Peak, right.Peak))),
            (double)samples / rate,
            step,
            curve);
    }
}
