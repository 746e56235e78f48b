namespace MoodDeck.Demo.Synthesis.Sounds;

/// <summary>Drum kits.</summary>
internal static class Kits
{
    public static IInstrument Acoustic() => new DrumKit(new());

    /// <summary>Played quietly, with brushes and felt.</summary>
    public static IInstrument Soft() => new DrumKit(new() { KickHertz = 56, KickDecay = 0.3, KickClick = 0.03, SnareHertz = 200, SnareDecay = 0.16, HatDecay = 0.06, AirHertz = 8000 });

    /// <summary>From a drum machine.</summary>
    public static IInstrument Electronic() => new DrumKit(new() { KickHertz = 46, KickDecay = 0.6, KickClick = 0.2, SnareHertz = 170, SnareDecay = 0.22, HatDecay = 0.07, AirHertz = 12_000, Drive = 0.2 });

    /// <summary>Slow, dusty and rolled off, as from an old sampler.</summary>
    public static IInstrument Dusty() => new DrumKit(new() { KickHertz = 52, KickDecay = 0.35, KickClick = 0.06, SnareHertz = 175, SnareDecay = 0.2, HatDecay = 0.06, AirHertz = 7000, Drive = 0.3 });

    /// <summary>Large, loud and overdriven.</summary>
    public static IInstrument Heavy() => new DrumKit(new() { KickHertz = 50, KickDecay = 0.4, KickClick = 0.3, SnareHertz = 165, SnareDecay = 0.34, HatDecay = 0.1, AirHertz = 9500, Drive = 0.5 });
}
