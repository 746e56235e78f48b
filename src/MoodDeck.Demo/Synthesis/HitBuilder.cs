namespace MoodDeck.Demo.Synthesis;

/// <summary>Builds one drum stroke from layers. Levels are peaks, decays are times to fall by 60 dB.</summary>
internal sealed class HitBuilder(double seconds, uint seed)
{
    private const int Rate = StereoBuffer.SampleRate;
    private readonly float[] _samples = new float[(int)(seconds * Rate)];
    private uint _noise = seed | 1;

    /// <summary>The stroke, faded out over its last 5 ms.</summary>
    public float[] Finish()
    {
        var fade = Math.Min(_samples.Length, Rate / 200);
        for (var i = 0; i < fade; i++) _samples[^(i + 1)] *= (float)i / fade;
        return _samples;
    }

    /// <summary>A sine that may fall to its pitch from <paramref name="sweepHertz"/> above it.</summary>
    public HitBuilder Tone(double level, double hertz, double decay, double sweepHertz = 0, double sweepSeconds = 0.02)
    {
        var (fall, sweepFall) = (Fall(decay), Math.Exp(-1 / (sweepSeconds * Rate)));
        var (phase, sweep) = (0.0, sweepHertz);
        for (var i = 0; i < _samples.Length && level > 1e-5; i++)
        {
            _samples[i] += (float)(level * Math.Sin(phase));
            phase += 2 * Math.PI * (hertz + sweep) / Rate;
            level *= fall;
            sweep *= sweepFall;
        }

        return this;
    }

    /// <summary>Noise between two frequencies, rising over <paramref name="attack"/> seconds from <paramref name="delay"/> on.</summary>
    public HitBuilder Hiss(double level, double lowHertz, double highHertz, double decay, double attack = 0.0005, double delay = 0)
    {
        var (low, high) = (default(StateVariableFilter), default(StateVariableFilter));
        low.Tune(lowHertz, 0.7);
        high.Tune(highHertz, 0.7);
        var fall = Fall(decay);
        // Filtered noise loses power with its bandwidth; this brings it back.
        var makeUp = Math.Sqrt(22_050 / Math.Max(500, highHertz - lowHertz));
        for (var i = (int)(delay * Rate); i < _samples.Length && level > 1e-5; i++)
        {
            var white = Noise.Next(ref _noise);
            var band = high.LowPass(white - low.LowPass(white));
            var into = i - (delay * Rate);
            var ramp = Math.Min(1, into / (attack * Rate));
            _samples[i] += (float)(level * makeUp * ramp * band);
            if (into > attack * Rate) level *= fall;
        }

        return this;
    }

    /// <summary>Metal: sines without harmonic order between two frequencies, the higher ones dying sooner.</summary>
    public HitBuilder Metal(double level, double lowHertz, double highHertz, int count, double decay)
    {
        var draw = 0x2545F491u;
        for (var k = 0; k < count; k++)
        {
            var share = (k + (0.8 * (0.5 + (0.5 * Noise.Next(ref draw))))) / count;
            var hertz = lowHertz * Math.Pow(highHertz / lowHertz, share);
            Tone(level / Math.Sqrt(count) * (0.6 + (0.4 * Noise.Next(ref draw))), hertz, decay * (1.2 - (0.7 * share)));
        }

        return this;
    }

    /// <summary>Saturates what is there.</summary>
    public HitBuilder Drive(double gain)
    {
        foreach (ref var sample in _samples.AsSpan()) sample = SoftClip.Of((float)gain * sample) / (float)Math.Sqrt(gain);
        return this;
    }

    private static double Fall(double decay) => Math.Pow(10, -3 / (decay * Rate));
}
