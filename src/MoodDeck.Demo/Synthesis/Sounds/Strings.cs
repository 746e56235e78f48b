namespace MoodDeck.Demo.Synthesis.Sounds;

/// <summary>Plucked and bowed strings.</summary>
internal static class Strings
{
    private static readonly (double, double, double)[] s_body = [(290, 0.6, 130), (480, 0.7, 200), (1150, 0.6, 500), (2700, 0.5, 1100)];

    public static IInstrument NylonGuitar() => new PluckedString(new() { DecaySeconds = 3.2, Brightness = 0.5, PluckHertz = 2600, PluckPosition = 0.22, DampedSeconds = 0.25 });

    public static IInstrument SteelGuitar() => new PluckedString(new() { DecaySeconds = 4.5, Brightness = 0.72, PluckHertz = 4200, PluckPosition = 0.16, DampedSeconds = 0.3 });

    public static IInstrument TwelveString() => new PluckedString(new() { DecaySeconds = 4.5, Brightness = 0.74, PluckHertz = 4600, PluckPosition = 0.14, DampedSeconds = 0.5, CourseCents = 9 });

    public static IInstrument Ukulele() => new PluckedString(new() { DecaySeconds = 1.2, Brightness = 0.5, PluckHertz = 3600, PluckPosition = 0.2, DampedSeconds = 0.15 });

    public static IInstrument Harp() => new PluckedString(new() { DecaySeconds = 5, Brightness = 0.46, PluckHertz = 2800, PluckPosition = 0.38, DampedSeconds = 2.2, PanSpread = 0.6 });

    public static IInstrument Koto() => new PluckedString(new() { DecaySeconds = 3, Brightness = 0.7, PluckHertz = 4500, PluckPosition = 0.09, DampedSeconds = 1.5, PanSpread = 0.4 });

    public static IInstrument ElectricGuitar() => new PluckedString(new() { DecaySeconds = 6, Brightness = 0.72, PluckHertz = 3800, PluckPosition = 0.12, DampedSeconds = 0.06, PanSpread = 0 });

    public static IInstrument MutedGuitar() => new PluckedString(new() { DecaySeconds = 0.5, Brightness = 0.45, PluckHertz = 2600, PluckPosition = 0.1, DampedSeconds = 0.08 });

    public static IInstrument Pizzicato() => new PluckedString(new() { DecaySeconds = 0.75, Brightness = 0.24, PluckHertz = 2000, PluckPosition = 0.3, DampedSeconds = 0.3, CourseCents = 11, PanSpread = 0.5 });

    /// <summary>A section, bowed slowly.</summary>
    public static IInstrument Ensemble() => new TableInstrument(Section(0.4, 0.9, 1500, 4200));

    /// <summary>The same, further away and darker.</summary>
    public static IInstrument SoftEnsemble() => new TableInstrument(Section(0.8, 1.4, 700, 2200) with { SustainBrightness = 0.3 });

    /// <summary>A section with short bow strokes.</summary>
    public static IInstrument Staccato() => new TableInstrument(Section(0.018, 0.16, 1400, 4800) with { Sustain = 0.5, DecaySeconds = 0.15, VibratoCents = 0, AttackBrightness = 1 });

    /// <summary>A section with the bow trembling.</summary>
    public static IInstrument Tremolando() => new TableInstrument(Section(0.3, 0.6, 1000, 3800) with { VibratoHertz = 8.5, VibratoCents = 22, VibratoDelaySeconds = 0.05, Breath = 0.03 });

    public static IInstrument Cello() => new TableInstrument(new()
    {
        Dark = Spectra.Formants(Spectra.Saw(700), 0.4, (220, 0.7, 110), (420, 0.7, 180), (900, 0.4, 400)),
        Bright = Spectra.Formants(Spectra.Saw(2400), 0.4, (220, 0.7, 110), (420, 0.7, 180), (900, 0.6, 400), (2000, 0.4, 700)),
        Players = 2, DetuneCents = 4, Width = 0.15, AttackSeconds = 0.13, Sustain = 0.9, ReleaseSeconds = 0.3, VibratoCents = 16, VibratoHertz = 5.1, VibratoDelaySeconds = 0.7,
        Breath = 0.014, BreathHertz = 1800, AttackBrightness = 0.5, SustainBrightness = 0.5, ScoopCents = 12,
    });

    public static IInstrument Violin() => new TableInstrument(new()
    {
        Dark = Spectra.Formants(Spectra.Saw(1500), 0.4, s_body), Bright = Spectra.Formants(Spectra.Saw(3800), 0.4, s_body),
        Players = 2, DetuneCents = 4, Width = 0.15, AttackSeconds = 0.1, Sustain = 0.9, ReleaseSeconds = 0.25, VibratoCents = 18, VibratoHertz = 5.6, VibratoDelaySeconds = 0.5,
        Breath = 0.012, BreathHertz = 3500, AttackBrightness = 0.5, SustainBrightness = 0.45, ScoopCents = 15,
    });

    private static TableDesign Section(double attack, double release, double darkHertz, double brightHertz) => new()
    {
        Dark = Spectra.Formants(Spectra.Saw(darkHertz), 0.5, s_body), Bright = Spectra.Formants(Spectra.Saw(brightHertz), 0.5, s_body),
        Players = 5, DetuneCents = 20, Width = 0.85, AttackSeconds = attack, Sustain = 0.92, ReleaseSeconds = release, VibratoCents = 7, VibratoHertz = 5.3,
        Breath = 0.008, AttackBrightness = 0.6, SustainBrightness = 0.5, DriftDepth = 0.12,
    };
}
