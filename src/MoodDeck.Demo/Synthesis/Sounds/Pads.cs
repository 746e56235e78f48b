namespace MoodDeck.Demo.Synthesis.Sounds;

/// <summary>Electronic sounds that are held: pads, organs and leads.</summary>
internal static class Pads
{
    public static IInstrument Warm() => new TableInstrument(Slow(450, 1700, 0.9, 1.8));

    public static IInstrument Dark() => new TableInstrument(Slow(200, 750, 1.4, 2.4));

    public static IInstrument Bright() => new TableInstrument(Slow(700, 3400, 0.35, 0.9));

    /// <summary>Glass and air.</summary>
    public static IInstrument Glass() => new TableInstrument(Slow(0, 0, 1.2, 2.6) with
    {
        Dark = Spectra.Drawbars(1, 0.1, 0.25, 0.02, 0.08), Bright = Spectra.Drawbars(1, 0.25, 0.5, 0.1, 0.3, 0.05, 0.15, 0.02, 0.1), Breath = 0.01, BreathHertz = 7000,
    });

    /// <summary>A low, uneasy mass of detuned voices.</summary>
    public static IInstrument Uneasy() => new TableInstrument(Slow(260, 1300, 1.2, 1.6) with { Players = 6, DetuneCents = 55, VibratoCents = 9, VibratoHertz = 3.1, DriftDepth = 0.6 });

    /// <summary>An organ with a soft registration.</summary>
    public static IInstrument Organ() => new TableInstrument(new()
    {
        Dark = Spectra.Drawbars(1, 0.5, 0.3, 0.22, 0, 0.1, 0, 0.08), Bright = Spectra.Drawbars(1, 0.7, 0.6, 0.4, 0.1, 0.25, 0, 0.2),
        Players = 2, DetuneCents = 5, Width = 0.5, AttackSeconds = 0.03, ReleaseSeconds = 0.12, Sustain = 1, AttackBrightness = 0.6, SustainBrightness = 0.4,
    });

    /// <summary>Seven saws side by side.</summary>
    public static IInstrument SuperSaw() => new TableInstrument(new()
    {
        Dark = Spectra.Saw(900), Bright = Spectra.Saw(5200), Players = 7, DetuneCents = 34, Width = 0.95, AttackSeconds = 0.012, DecaySeconds = 0.35, Sustain = 0.75, ReleaseSeconds = 0.3,
        AttackBrightness = 0.9, SustainBrightness = 0.55, BrightnessSeconds = 0.25,
    });

    /// <summary>A short, bright chord sound for rhythms.</summary>
    public static IInstrument Stab() => new TableInstrument(new()
    {
        Dark = Spectra.Saw(500), Bright = Spectra.Saw(4200), Players = 4, DetuneCents = 18, Width = 0.8, AttackSeconds = 0.004, DecaySeconds = 0.16, Sustain = 0.3, ReleaseSeconds = 0.18,
        AttackBrightness = 1, SustainBrightness = 0.15, BrightnessSeconds = 0.12,
    });

    /// <summary>A pluck for arpeggios.</summary>
    public static IInstrument Pluck() => new TableInstrument(new()
    {
        Dark = Spectra.Saw(450), Bright = Spectra.Saw(4000), Players = 2, DetuneCents = 10, Width = 0.6, AttackSeconds = 0.003, DecaySeconds = 0.14, Sustain = 0.12, ReleaseSeconds = 0.2,
        AttackBrightness = 0.9, SustainBrightness = 0.05, BrightnessSeconds = 0.08, PanSpread = 0.4,
    });

    /// <summary>A round lead.</summary>
    public static IInstrument SoftLead() => new TableInstrument(new()
    {
        Dark = Spectra.Square(600), Bright = Spectra.Square(2200), Players = 2, DetuneCents = 7, Width = 0.4, AttackSeconds = 0.02, DecaySeconds = 0.4, Sustain = 0.75, ReleaseSeconds = 0.22,
        VibratoCents = 9, AttackBrightness = 0.8, SustainBrightness = 0.4, ScoopCents = 20,
    });

    /// <summary>A lead that cuts through.</summary>
    public static IInstrument SawLead() => new TableInstrument(new()
    {
        Dark = Spectra.Saw(900), Bright = Spectra.Saw(4200), Players = 3, DetuneCents = 14, Width = 0.5, AttackSeconds = 0.008, DecaySeconds = 0.3, Sustain = 0.8, ReleaseSeconds = 0.18,
        VibratoCents = 9, AttackBrightness = 1, SustainBrightness = 0.6, ScoopCents = 25,
    });

    private static TableDesign Slow(double darkHertz, double brightHertz, double attack, double release) => new()
    {
        Dark = Spectra.Saw(darkHertz), Bright = Spectra.Saw(brightHertz), Players = 5, DetuneCents = 22, Width = 0.95, AttackSeconds = attack, Sustain = 0.95, ReleaseSeconds = release,
        AttackBrightness = 0.4, SustainBrightness = 0.45, BrightnessSeconds = 1.5, DriftDepth = 0.35,
    };
}
