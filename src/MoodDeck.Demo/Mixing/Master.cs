using MoodDeck.Demo.Composition;
using MoodDeck.Demo.Synthesis;

namespace MoodDeck.Demo.Mixing;

/// <summary>The last steps: no rumble, even tone, loudness by arousal, no peak above the ceiling, soft beginning and end.</summary>
internal static class Master
{
    /// <summary>Highest peak before encoding, in dB true peak; MP3 may add up to a decibel to it.</summary>
    public const double CeilingDb = -2.5;

    private const double FadeInSeconds = 0.02;
    private const double FadeOutSeconds = 2.2;

    /// <summary>Loudness a mood is mastered to, in LUFS: -16 in the middle, 2 dB up or down to the most or least aroused.</summary>
    public static double TargetLufs(double arousal) => -16 + (2 * Math.Clamp(arousal / 0.8, -1, 1));

    /// <summary>Masters in place.</summary>
    public static void Apply(StereoBuffer buffer, PieceSpec spec)
    {
        Biquad.HighPass(28).Run(buffer);
        if (spec.LowDb != 0) Biquad.LowShelf(150, spec.LowDb).Run(buffer);
        if (spec.AirDb != 0) Biquad.HighShelf(4000, spec.AirDb).Run(buffer);
        Fade(buffer);
        var target = TargetLufs(spec.Mood.Arousal);
        var ceiling = (float)Math.Pow(10, CeilingDb / 20);
        SetLoudness(buffer, target);
        Limiter.Apply(buffer, ceiling);
        // The limiter takes a little loudness away; once more brings it back.
        var gain = SetLoudness(buffer, target);
        if (gain > 1) Limiter.Apply(buffer, ceiling);
    }

    private static float SetLoudness(StereoBuffer buffer, double target)
    {
        var gain = (float)Math.Pow(10, (target - buffer.LoudnessLufs()) / 20);
        buffer.Scale(gain, gain);
        return gain;
    }

    private static void Fade(StereoBuffer buffer)
    {
        var (rise, fall) = ((int)(FadeInSeconds * StereoBuffer.SampleRate), (int)(FadeOutSeconds * StereoBuffer.SampleRate));
        for (var i = 0; i < rise; i++) ScaleAt(buffer, i, (float)i / rise);
        for (var i = 0; i < fall; i++)
        {
            var left = (float)i / fall;
            ScaleAt(buffer, buffer.Length - 1 - i, left * left * (3 - (2 * left)));
        }
    }

    private static void ScaleAt(StereoBuffer buffer, int i, float gain)
    {
        buffer.Left[i] *= gain;
        buffer.Right[i] *= gain;
    }
}
