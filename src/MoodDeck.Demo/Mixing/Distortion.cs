using MoodDeck.Demo.Synthesis;

namespace MoodDeck.Demo.Mixing;

/// <summary>
/// An overdriven amplifier and its loudspeaker: saturation at twice the sampling rate, then the band a twelve-inch speaker
/// passes, so that it growls without hissing.
/// </summary>
internal sealed class Distortion(double drive, double speakerHertz = 4200) : IEffect
{
    // What enters is brought to this RMS first, so that the drive means the same for every instrument.
    private const double InputLevel = 0.2;

    /// <inheritdoc/>
    public void Apply(StereoBuffer buffer, double beatSeconds)
    {
        Biquad.HighPass(110).Run(buffer);
        var gain = (float)(drive * InputLevel / Math.Max(1e-6, Level(buffer)));
        Saturate(buffer.Left, gain);
        Saturate(buffer.Right, gain);
        Biquad[] speaker = [Biquad.HighPass(85), Biquad.Peak(2300, 3.5, 1.2), Biquad.Peak(420, -3, 0.9), Biquad.LowPass(speakerHertz, 0.8), Biquad.LowPass(speakerHertz * 1.25)];
        foreach (var section in speaker) section.Run(buffer);
    }

    private static double Level(StereoBuffer buffer)
    {
        double sum = 0;
        var sounding = 1;
        foreach (var x in buffer.Left)
        {
            if (Math.Abs(x) < 1e-3f) continue;
            sum += x * x;
            sounding++;
        }

        return Math.Sqrt(sum / sounding);
    }

    private static void Saturate(Span<float> channel, float gain)
    {
        var last = 0f;
        for (var i = 0; i < channel.Length; i++)
        {
            var now = gain * channel[i];
            // A little bias adds even harmonics, which sound warmer; the high-pass behind it takes the offset out.
            channel[i] = 0.5f * (SoftClip.Of((0.5f * (last + now)) + 0.12f) + SoftClip.Of(now + 0.12f));
            last = now;
        }
    }
}
