namespace MoodDeck.Demo.Synthesis;

/// <summary>How a plucked string sounds.</summary>
internal sealed record StringDesign
{
    /// <summary>Time for a string at middle C to fall by 60 dB; higher ones fall faster.</summary>
    public double DecaySeconds { get; init; } = 4;

    /// <summary>How much of the highs each turn keeps, 0 dull to 1 bright.</summary>
    public double Brightness { get; init; } = 0.6;

    /// <summary>Brightness of the pluck itself in hertz, at full velocity.</summary>
    public double PluckHertz { get; init; } = 5000;

    /// <summary>Where it is plucked, as a share of its length from the bridge.</summary>
    public double PluckPosition { get; init; } = 0.18;

    /// <summary>Time to fall by 60 dB once it is let go.</summary>
    public double DampedSeconds { get; init; } = 0.5;

    /// <summary>Cents between the two strings of a course; 0 for a single string.</summary>
    public double CourseCents { get; init; }

    /// <summary>How far low notes lie left and high ones right, 0 to 1.</summary>
    public double PanSpread { get; init; } = 0.25;
}

/// <summary>
/// A plucked string (Karplus and Strong 1983, with the tuning and damping of Jaffe and Smith 1983): noise going round a
/// delay line that loses its highs at each turn.
/// </summary>
internal sealed class PluckedString(StringDesign design) : IInstrument
{
    /// <inheritdoc/>
    public void Play(in Strike strike, StereoBuffer into)
    {
        var pan = design.PanSpread * Math.Clamp((strike.Pitch - 60) / 20.0, -1, 1);
        if (design.CourseCents == 0)
        {
            Pluck(strike, strike.Hertz, pan, 1, into);
            return;
        }

        Pluck(strike, strike.Hertz * Math.Pow(2, design.CourseCents / 2400), pan - 0.2, 0.7f, into);
        Pluck(strike with { Seed = strike.Seed * 31 }, strike.Hertz * Math.Pow(2, -design.CourseCents / 2400), pan + 0.2, 0.7f, into);
    }

    private void Pluck(in Strike strike, double hertz, double pan, float gain, StereoBuffer into)
    {
        const int rate = StereoBuffer.SampleRate;
        var smoothing = (float)(0.5 * (1 - design.Brightness));
        var period = rate / hertz;
        // The averaging filter delays by its smoothing share of a sample; an all-pass makes up the rest of the period.
        var whole = (int)Math.Floor(period - smoothing - 0.2);
        if (whole < 4) return;
        var rest = period - smoothing - whole;
        var allPass = (float)((1 - rest) / (1 + rest));
        var decay = design.DecaySeconds * Math.Pow(262 / hertz, 0.6);
        var keep = (float)Math.Pow(10, -3 * period / (decay * rate));
        var letGo = (float)Math.Pow(10, -3 * period / (Math.Min(decay, design.DampedSeconds) * rate));

        var line = Excite(whole, strike);
        var start = (int)(strike.StartSeconds * rate);
        var held = start + (int)(strike.LengthSeconds * rate);
        var end = Math.Min(into.Length, start + (int)(Math.Min(decay, strike.LengthSeconds + design.DampedSeconds) * rate));
        var (left, right) = StereoBuffer.PanGains(pan);
        (left, right) = (left * gain, right * gain);
        var toLeft = into.Left;
        var toRight = into.Right;
        var (last, passIn, passOut, at) = (0f, 0f, 0f, 0);
        for (var i = start; i < end; i++)
        {
            var sample = line[at];
            toLeft[i] += left * sample;
            toRight[i] += right * sample;
            var turned = (i < held ? keep : letGo) * (((1 - smoothing) * sample) + (smoothing * last));
            last = sample;
            passOut = (allPass * (turned - passOut)) + passIn;
            passIn = turned;
            line[at] = passOut;
            if (++at == whole) at = 0;
        }
    }

    // The louder the pluck, the brighter; plucking at a point takes out the harmonics that have a node there.
    private float[] Excite(int length, in Strike strike)
    {
        var noise = (uint)(strike.Seed >> 7) | 1;
        var cutoff = design.PluckHertz * (0.25 + (0.75 * strike.Velocity));
        var filter = (float)(1 - Math.Exp(-2 * Math.PI * cutoff / StereoBuffer.SampleRate));
        var burst = new float[length];
        var (low, lower) = (0f, 0f);
        for (var i = -64; i < length; i++)
        {
            low += filter * (Noise.Next(ref noise) - low);
            lower += filter * (low - lower);
            if (i >= 0) burst[i] = lower;
        }

        var offset = Math.Max(1, (int)(design.PluckPosition * length));
        var line = new float[length];
        for (var i = 0; i < length; i++) line[i] = burst[i] - burst[(i + length - offset) % length];
        var mean = line.Average();
        var energy = 1e-9f;
        for (var i = 0; i < length; i++)
        {
            line[i] -= mean;
            energy += line[i] * line[i];
        }

        var scale = 0.35f * strike.Velocity / MathF.Sqrt(energy / length);
        for (var i = 0; i < length; i++) line[i] *= scale;
        return line;
    }
}
