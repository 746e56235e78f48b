namespace MoodDeck.Demo.Synthesis;

/// <summary>What a recording's surroundings sound like.</summary>
internal enum Surroundings
{
    /// <summary>Rain on a roof.</summary>
    Rain,
    /// <summary>Slow wind, or waves on a shore.</summary>
    Wind,
    /// <summary>An old record's crackle.</summary>
    Vinyl,
    /// <summary>A hum of machines.</summary>
    Hum,
}

/// <summary>Background for a whole stretch: filtered noise that swells and ebbs, drops and crackles.</summary>
internal sealed class Weather(Surroundings surroundings) : IInstrument
{
    private const int Rate = StereoBuffer.SampleRate;
    private const double FadeSeconds = 2.5;

    /// <inheritdoc/>
    public void Play(in Strike strike, StereoBuffer into)
    {
        Run(strike, (uint)strike.Seed | 1, into.Left);
        Run(strike, (uint)(strike.Seed >> 32) | 1, into.Right);
    }

    private void Run(in Strike strike, uint noise, Span<float> channel)
    {
        var start = (int)(strike.StartSeconds * Rate);
        var length = Math.Min(channel.Length - start, (int)((strike.LengthSeconds + FadeSeconds) * Rate));
        var (lowHertz, highHertz, dropsPerSecond) = surroundings switch
        {
            Surroundings.Rain => (900.0, 6500.0, 22.0),
            Surroundings.Wind => (120.0, 700.0, 0.0),
            Surroundings.Vinyl => (300.0, 5000.0, 7.0),
            _ => (60.0, 240.0, 0.0),
        };
        var (low, high, drop) = (default(StateVariableFilter), default(StateVariableFilter), 0f);
        low.Tune(lowHertz, 0.7);
        var chance = (float)(dropsPerSecond / Rate);
        var dropFall = (float)Math.Exp(-1 / (0.0006 * Rate));
        var phase = (noise & 1023) / 160.0;
        for (var i = 0; i < length; i++)
        {
            if (i % 64 == 0)
            {
                var seconds = (double)i / Rate;
                var swell = 0.5 + (0.3 * Math.Sin((0.55 * seconds) + phase)) + (0.2 * Math.Sin((0.21 * seconds) + (2 * phase)));
                high.Tune(highHertz * (surroundings == Surroundings.Wind ? 0.35 + swell : 1), 0.7);
                if (surroundings == Surroundings.Wind) low.Tune(lowHertz * (0.6 + swell), 0.7);
            }

            var white = Noise.Next(ref noise);
            if (Noise.Next(ref noise) > 1 - (2 * chance)) drop = 3f * white;
            drop *= dropFall;
            var bed = surroundings == Surroundings.Vinyl ? 0.25f * white : white;
            var sample = bed + (drop * 6 * Noise.Next(ref noise));
            var fade = Math.Min(1, Math.Min(i, length - i) / (FadeSeconds * Rate));
            channel[start + i] += (float)fade * 0.1f * high.LowPass(sample - low.LowPass(sample));
        }
    }
}
