namespace MoodDeck.Demo.Synthesis;

/// <summary>What changes slowly within one sustained note: level, brightness and pitch over time.</summary>
internal readonly struct VoiceCurve(TableDesign design, Strike strike)
{
    private const double ScoopSeconds = 0.07;
    private readonly double _drift = (strike.Seed >> 40) * (2 * Math.PI / (1 << 24));

    /// <summary>Level, brightness in [0, 1] and factor on the pitch, so many seconds after the strike.</summary>
    public (float Level, float Tone, double PitchFactor) At(double seconds)
    {
        var level = strike.Velocity * Held(Math.Min(seconds, strike.LengthSeconds));
        if (seconds > strike.LengthSeconds)
        {
            var left = Math.Max(0, 1 - ((seconds - strike.LengthSeconds) / design.ReleaseSeconds));
            level *= left * left * left;
        }

        var fade = Math.Exp(-seconds / design.BrightnessSeconds);
        var rise = Math.Min(1, seconds / Math.Max(design.AttackSeconds, 1e-3));
        var tone = rise * (design.SustainBrightness + ((design.AttackBrightness - design.SustainBrightness) * fade));
        tone *= 0.35 + (0.65 * strike.Velocity);
        tone += design.DriftDepth * 0.5 * (1 + Math.Sin((2 * Math.PI * 0.13 * seconds) + _drift));

        var depth = design.VibratoCents * Math.Min(1, seconds / design.VibratoDelaySeconds);
        var cents = depth * Math.Sin((2 * Math.PI * design.VibratoHertz * seconds) + _drift);
        cents -= design.ScoopCents * Math.Exp(-seconds / ScoopSeconds);
        return ((float)level, (float)Math.Clamp(tone, 0, 1), Math.Pow(2, cents / 1200));
    }

    private double Held(double seconds)
    {
        if (seconds < design.AttackSeconds)
        {
            // A raised cosine: neither click nor corner.
            return 0.5 - (0.5 * Math.Cos(Math.PI * seconds / design.AttackSeconds));
        }

        return design.Sustain + ((1 - design.Sustain) * Math.Exp(-(seconds - design.AttackSeconds) / design.DecaySeconds));
    }
}
