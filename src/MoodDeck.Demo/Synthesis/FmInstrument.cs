namespace MoodDeck.Demo.Synthesis;

/// <summary>One carrier with its modulator.</summary>
/// <param name="Carrier">Carrier's frequency as a multiple of the note's.</param>
/// <param name="Modulator">Modulator's frequency as a multiple of the note's.</param>
/// <param name="Level">Level of the carrier.</param>
/// <param name="DecaySeconds">Time for the carrier to fall by 60 dB.</param>
/// <param name="Index">Depth of modulation at full velocity.</param>
/// <param name="IndexSeconds">Time for the modulation to fall to 37 %.</param>
internal readonly record struct FmPair(double Carrier, double Modulator, double Level, double DecaySeconds, double Index, double IndexSeconds);

/// <summary>How an instrument of frequency modulation sounds.</summary>
/// <param name="Pairs">Its carriers.</param>
/// <param name="DampedSeconds">Time to fall by 60 dB once let go.</param>
internal sealed record FmDesign(IReadOnlyList<FmPair> Pairs, double DampedSeconds)
{
    /// <summary>Cents between the left and the right side.</summary>
    public double DetuneCents { get; init; } = 3;

    /// <summary>Share by which higher notes decay faster for each octave above middle C.</summary>
    public double Shortening { get; init; } = 0.35;
}

/// <summary>Frequency modulation (Chowning 1973): electric pianos and glassy bells.</summary>
internal sealed class FmInstrument(FmDesign design) : IInstrument
{
    private const int TableSize = 4096;
    // Two points more than a turn: one for interpolation, one for a fraction that rounds up to the whole turn.
    private static readonly float[] s_sine = [.. Enumerable.Range(0, TableSize + 2).Select(i => (float)Math.Sin(2 * Math.PI * i / TableSize))];

    /// <inheritdoc/>
    public void Play(in Strike strike, StereoBuffer into)
    {
        var octaves = (strike.Pitch - 60) / 12.0;
        var shorten = Math.Pow(1 - design.Shortening, octaves);
        // High notes would turn shrill at the same depth.
        var depth = Math.Pow(strike.Velocity, 1.4) * Math.Clamp(Math.Pow(0.75, octaves), 0.2, 1.6);
        foreach (var pair in design.Pairs)
        {
            if (pair.Carrier * strike.Hertz > 14_000) continue;
            var voice = pair with { DecaySeconds = pair.DecaySeconds * shorten, Index = pair.Index * depth };
            Run(voice, strike, Math.Pow(2, -design.DetuneCents / 2400), into.Left);
            Run(voice, strike, Math.Pow(2, design.DetuneCents / 2400), into.Right);
        }
    }

    private void Run(FmPair pair, in Strike strike, double detune, Span<float> channel)
    {
        const int rate = StereoBuffer.SampleRate;
        var start = (int)(strike.StartSeconds * rate);
        var held = start + (int)(strike.LengthSeconds * rate);
        var ringing = Math.Min(pair.DecaySeconds * 1.1, strike.LengthSeconds + design.DampedSeconds);
        var end = Math.Min(channel.Length, start + (int)(ringing * rate));
        var (fall, damp) = (Fall(pair.DecaySeconds), Fall(Math.Min(pair.DecaySeconds, design.DampedSeconds)));
        var indexFall = (float)Math.Exp(-1 / (pair.IndexSeconds * rate));
        var (carrierStep, modulatorStep) = ((float)(pair.Carrier * strike.Hertz * detune / rate), (float)(pair.Modulator * strike.Hertz / rate));
        var (carrier, modulator) = (0f, 0f);
        var (level, index) = ((float)(pair.Level * 0.35 * strike.Velocity), (float)(pair.Index / (2 * Math.PI)));
        var attack = 48;
        for (var i = start; i < end; i++)
        {
            var sample = Sine(carrier + (index * Sine(modulator)));
            var ramp = i - start < attack ? (i - start) / (float)attack : 1;
            channel[i] += level * ramp * sample;
            level *= i < held ? fall : damp;
            index *= indexFall;
            carrier += carrierStep;
            if (carrier >= 1) carrier -= 1;
            modulator += modulatorStep;
            if (modulator >= 1) modulator -= 1;
        }
    }

    private static float Fall(double seconds) => (float)Math.Pow(10, -3 / (Math.Max(seconds, 0.01) * StereoBuffer.SampleRate));

    private static float Sine(float turns)
    {
        var place = (turns - MathF.Floor(turns)) * TableSize;
        var index = (int)place;
        return s_sine[index] + ((place - index) * (s_sine[index + 1] - s_sine[index]));
    }
}
