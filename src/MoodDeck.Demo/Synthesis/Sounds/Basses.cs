namespace MoodDeck.Demo.Synthesis.Sounds;

/// <summary>Basses.</summary>
internal static class Basses
{
    /// <summary>An electric bass played with the fingers.</summary>
    public static IInstrument Finger() => new PluckedString(new() { DecaySeconds = 2.2, Brightness = 0.4, PluckHertz = 900, PluckPosition = 0.2, DampedSeconds = 0.09, PanSpread = 0 });

    /// <summary>A double bass, plucked.</summary>
    public static IInstrument Upright() => new PluckedString(new() { DecaySeconds = 1.1, Brightness = 0.25, PluckHertz = 600, PluckPosition = 0.3, DampedSeconds = 0.14, PanSpread = 0 });

    /// <summary>A slapped or picked bass.</summary>
    public static IInstrument Picked() => new PluckedString(new() { DecaySeconds = 2, Brightness = 0.66, PluckHertz = 2400, PluckPosition = 0.09, DampedSeconds = 0.06, PanSpread = 0 });

    /// <summary>A round synthesiser bass.</summary>
    public static IInstrument Round() => new FilterInstrument(new() { Saw = 0.8, Sub = 0.7, CutoffHertz = 180, OpenOctaves = 2.4, CloseSeconds = 0.16, Drive = 0.3 });

    /// <summary>A sine and little else.</summary>
    public static IInstrument Sub() => new FilterInstrument(new() { Saw = 0.25, Sub = 1, CutoffHertz = 140, OpenOctaves = 1, AttackSeconds = 0.015, ReleaseSeconds = 0.15, Sustain = 0.9, Drive = 0.25 });

    /// <summary>A squelching one, with resonance.</summary>
    public static IInstrument Acid() => new FilterInstrument(new() { Saw = 0.9, Sub = 0.5, CutoffHertz = 260, OpenOctaves = 3.4, CloseSeconds = 0.11, Resonance = 4, Drive = 0.6, Sustain = 0.6 });

    /// <summary>Two saws against each other, driven hard.</summary>
    public static IInstrument Growl() => new FilterInstrument(new() { Saw = 1, Sub = 0.4, CutoffHertz = 420, OpenOctaves = 1.8, CloseSeconds = 0.3, Resonance = 1.6, Drive = 1.6, DetuneCents = 22, Sustain = 0.9 });

    /// <summary>Low bowed strings.</summary>
    public static IInstrument Bowed() => new TableInstrument(new()
    {
        Dark = Spectra.Saw(350), Bright = Spectra.Saw(1300), Players = 3, DetuneCents = 12, Width = 0.3, AttackSeconds = 0.18, ReleaseSeconds = 0.4, Sustain = 0.92,
        AttackBrightness = 0.6, SustainBrightness = 0.5, VibratoCents = 5, Breath = 0.01, BreathHertz = 1200, PanSpread = 0,
    });
}
