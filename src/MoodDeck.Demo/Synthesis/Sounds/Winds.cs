namespace MoodDeck.Demo.Synthesis.Sounds;

/// <summary>What is blown or sung.</summary>
internal static class Winds
{
    public static IInstrument Flute() => new TableInstrument(new()
    {
        Dark = Spectra.Drawbars(1, 0.1, 0.03), Bright = Spectra.Drawbars(1, 0.42, 0.2, 0.07, 0.03),
        AttackSeconds = 0.06, ReleaseSeconds = 0.14, Sustain = 0.9, VibratoCents = 9, VibratoHertz = 5, Breath = 0.035, BreathHertz = 4200, AttackBrightness = 0.6, SustainBrightness = 0.45, ScoopCents = 18,
    });

    /// <summary>Someone whistling.</summary>
    public static IInstrument Whistle() => new TableInstrument(new()
    {
        Dark = Spectra.Drawbars(1, 0.015), Bright = Spectra.Drawbars(1, 0.05, 0.01),
        AttackSeconds = 0.045, ReleaseSeconds = 0.1, Sustain = 0.92, VibratoCents = 16, VibratoHertz = 5.8, VibratoDelaySeconds = 0.3, Breath = 0.025, BreathHertz = 6000, ScoopCents = 45,
    });

    public static IInstrument Clarinet() => new TableInstrument(new()
    {
        Dark = Spectra.Square(700), Bright = Spectra.Square(2400),
        AttackSeconds = 0.05, ReleaseSeconds = 0.12, Sustain = 0.92, VibratoCents = 4, Breath = 0.012, AttackBrightness = 0.5, SustainBrightness = 0.45, ScoopCents = 10,
    });

    public static IInstrument Oboe() => new TableInstrument(new()
    {
        Dark = Spectra.Formants(Spectra.Saw(1600), 0.25, (1100, 1, 450)), Bright = Spectra.Formants(Spectra.Saw(3000), 0.25, (1100, 1, 450), (2800, 0.5, 600)),
        AttackSeconds = 0.04, ReleaseSeconds = 0.1, Sustain = 0.9, VibratoCents = 9, VibratoHertz = 5.4, Breath = 0.006, AttackBrightness = 0.5, SustainBrightness = 0.45,
    });

    /// <summary>A trumpet with a mute in its bell.</summary>
    public static IInstrument MutedTrumpet() => new TableInstrument(new()
    {
        Dark = Spectra.Formants(Spectra.Saw(1500), 0.2, (1500, 0.8, 600)), Bright = Spectra.Formants(Spectra.Saw(3400), 0.2, (1500, 0.9, 600), (2800, 0.5, 800)),
        AttackSeconds = 0.035, ReleaseSeconds = 0.1, Sustain = 0.85, VibratoCents = 9, VibratoDelaySeconds = 0.5, Breath = 0.012, AttackBrightness = 0.8, SustainBrightness = 0.45, ScoopCents = 25,
    });

    /// <summary>Trumpets and trombones together.</summary>
    public static IInstrument Brass() => new TableInstrument(new()
    {
        Dark = Spectra.Saw(450), Bright = Spectra.Formants(Spectra.Saw(3200), 0.6, (1200, 0.6, 600)),
        Players = 4, DetuneCents = 12, Width = 0.7, AttackSeconds = 0.06, ReleaseSeconds = 0.18, Sustain = 0.85, AttackBrightness = 1, SustainBrightness = 0.6, BrightnessSeconds = 0.3, VibratoCents = 4,
    });

    /// <summary>Horns, further back.</summary>
    public static IInstrument Horns() => new TableInstrument(new()
    {
        Dark = Spectra.Saw(320), Bright = Spectra.Formants(Spectra.Saw(1400), 0.6, (480, 0.6, 250)),
        Players = 3, DetuneCents = 9, Width = 0.6, AttackSeconds = 0.11, ReleaseSeconds = 0.3, Sustain = 0.9, AttackBrightness = 0.7, SustainBrightness = 0.5, VibratoCents = 3,
    });

    public static IInstrument Accordion() => new TableInstrument(new()
    {
        Dark = Spectra.Formants(Spectra.Saw(1800), 0.5, (900, 0.5, 500)), Bright = Spectra.Formants(Spectra.Saw(3600), 0.5, (900, 0.5, 500), (2200, 0.4, 800)),
        Players = 3, DetuneCents = 16, Width = 0.4, AttackSeconds = 0.05, ReleaseSeconds = 0.08, Sustain = 0.95, AttackBrightness = 0.5, SustainBrightness = 0.5,
    });

    /// <summary>Voices on an open vowel.</summary>
    public static IInstrument ChoirAh() => Choir((730, 1, 180), (1090, 0.7, 220), (2440, 0.3, 350), (3400, 0.2, 450));

    /// <summary>Voices on a closed vowel.</summary>
    public static IInstrument ChoirOo() => Choir((320, 1, 150), (800, 0.4, 180), (2240, 0.08, 300), (3000, 0.05, 400));

    private static TableInstrument Choir(params (double, double, double)[] vowel) => new(new()
    {
        Dark = Spectra.Formants(Spectra.Saw(900), 0.12, vowel), Bright = Spectra.Formants(Spectra.Saw(3500), 0.08, vowel),
        Players = 6, DetuneCents = 24, Width = 0.9, AttackSeconds = 0.5, ReleaseSeconds = 1.1, Sustain = 0.95, VibratoCents = 13, VibratoHertz = 4.9, VibratoDelaySeconds = 0.8,
        Breath = 0.012, BreathHertz = 5000, AttackBrightness = 0.3, SustainBrightness = 0.55, DriftDepth = 0.15, ScoopCents = 14,
    });
}
