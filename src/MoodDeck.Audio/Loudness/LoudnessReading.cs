using MoodDeck.Audio.Decoding;

namespace MoodDeck.Audio.Loudness;

/// <summary>How loud a stretch of music is, as ITU-R BS.1770-4 and EBU R 128 measure it.</summary>
/// <param name="IntegratedLufs">Loudness over the whole stretch, in LUFS.</param>
/// <param name="TruePeakDb">The highest peak, between the samples as well, in dBTP.</param>
public readonly record struct LoudnessReading(double IntegratedLufs, double TruePeakDb)
{
    /// <summary>
    /// Measures a clip; null when nothing in it is louder than -70 LUFS or it is shorter than 0.4 s. A mono file counts
    /// in both channels, since that is how it is played.
    /// </summary>
    public static LoudnessReading? Of(StereoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        var lufs = LoudnessMeter.Measure(clip.Left, clip.Right, clip.SampleRateHertz);
        if (lufs <= LoudnessMeter.Silence) return null;
        var peak = Math.Max(TruePeak.Of(clip.Left), clip.IsMono ? 0 : TruePeak.Of(clip.Right));
        return new(lufs, 20 * Math.Log10(peak));
    }
}
