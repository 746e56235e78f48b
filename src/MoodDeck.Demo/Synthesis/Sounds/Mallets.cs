namespace MoodDeck.Demo.Synthesis.Sounds;

/// <summary>Struck bars, plates, bells and skins.</summary>
internal static class Mallets
{
    /// <summary>Rosewood bars, tuned 1 : 4 : 10.</summary>
    public static IInstrument Marimba() => Bars(1.3, 0.75, 0.12, 320, [(1, 1, 1), (3.95, 0.3, 0.3), (9.7, 0.1, 0.12)]);

    /// <summary>Metal bars with soft mallets; send it through a tremolo.</summary>
    public static IInstrument Vibraphone() => Bars(5, 0.4, 0.05, 300, [(1, 1, 1), (4, 0.16, 0.4), (10.2, 0.04, 0.12)], 0.5);

    /// <summary>Steel tongues on a wooden box, played with the thumbs.</summary>
    public static IInstrument Kalimba() => Bars(2.2, 0.5, 0.2, 700, [(1, 1, 1), (2.01, 0.08, 0.5), (5.9, 0.22, 0.16), (11.6, 0.05, 0.07)]);

    /// <summary>A comb and a cylinder.</summary>
    public static IInstrument MusicBox() => Bars(3.2, 0.5, 0.06, 1500, [(1, 1, 1), (2.003, 0.2, 0.7), (4.2, 0.16, 0.35), (6.6, 0.1, 0.2)]);

    /// <summary>The same after years in a damp attic: every tooth a little off.</summary>
    public static IInstrument BrokenMusicBox() => Bars(2.4, 0.5, 0.1, 1200, [(1, 1, 1), (1.018, 0.7, 0.8), (2.07, 0.3, 0.5), (4.35, 0.25, 0.3), (6.9, 0.12, 0.2)]);

    /// <summary>Steel plates over resonators.</summary>
    public static IInstrument Celesta() => Bars(2.4, 0.5, 0.04, 900, [(1, 1, 1), (2.0, 0.12, 0.6), (4.05, 0.12, 0.35)], 0.6);

    /// <summary>Small steel bars, hard mallets.</summary>
    public static IInstrument Glockenspiel() => Bars(3, 0.5, 0.03, 2500, [(1, 1, 1), (2.76, 0.3, 0.5), (5.4, 0.12, 0.25)]);

    /// <summary>A bell with its hum, prime, minor tierce, quint and nominal.</summary>
    public static IInstrument ChurchBell() => Bars(
        6, 0.3, 0.05, 900, [(0.5, 0.5, 1.3), (1, 0.9, 1), (1.183, 0.5, 0.8), (1.506, 0.4, 0.6), (2, 0.7, 0.6), (2.514, 0.25, 0.35), (3.011, 0.2, 0.3), (4.166, 0.15, 0.2)]);

    /// <summary>An oil drum hammered into notes, each with its octave and twelfth, shimmering.</summary>
    public static IInstrument SteelDrum() => Bars(
        1.5, 0.5, 0.08, 900, [(1, 1, 1), (1.006, 0.35, 1), (2.003, 0.75, 0.7), (2.012, 0.25, 0.7), (3.01, 0.3, 0.4), (4.05, 0.14, 0.25), (5.1, 0.06, 0.15)], 0.5);

    /// <summary>Kettle drums.</summary>
    public static IInstrument Timpani() => Bars(1.6, 0.35, 0.5, 240, [(1, 1, 1), (1.504, 0.6, 0.8), (1.742, 0.25, 0.6), (2, 0.35, 0.6), (2.245, 0.2, 0.5)], 1.2);

    /// <summary>Bowed glass, and other small bright bells of frequency modulation.</summary>
    public static IInstrument GlassBell() => new FmInstrument(new([new(1, 3.51, 1, 4.5, 0.9, 0.9), new(2.003, 1, 0.25, 3, 0.4, 0.6)], 3) { Shortening = 0.25 });

    private static ModalInstrument Bars(double decay, double shortening, double knock, double knockHertz, (double Ratio, double Level, double Decay)[] modes, double damped = double.PositiveInfinity) => new(new()
    {
        Modes = (hertz, velocity) => modes.Select((m, i) => new Resonance(
            hertz * m.Ratio, m.Level * Math.Pow(velocity, i == 0 ? 1 : 1.8), decay * m.Decay * Math.Pow(262 / hertz, shortening))),
        DampedSeconds = damped, Knock = knock, KnockHertz = knockHertz, PanSpread = 0.5,
    });
}
