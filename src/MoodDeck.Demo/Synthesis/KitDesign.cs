namespace MoodDeck.Demo.Synthesis;

/// <summary>How a drum kit is tuned.</summary>
internal sealed record KitDesign
{
    /// <summary>The kick's lowest pitch in hertz.</summary>
    public double KickHertz { get; init; } = 50;

    /// <summary>Time for the kick to fall by 60 dB, in seconds.</summary>
    public double KickDecay { get; init; } = 0.45;

    /// <summary>How hard the beater clicks.</summary>
    public double KickClick { get; init; } = 0.12;

    /// <summary>The snare's pitch in hertz.</summary>
    public double SnareHertz { get; init; } = 185;

    /// <summary>Time for the snare's wires to fall by 60 dB, in seconds.</summary>
    public double SnareDecay { get; init; } = 0.28;

    /// <summary>Time for a closed hat to fall by 60 dB, in seconds.</summary>
    public double HatDecay { get; init; } = 0.09;

    /// <summary>The highest frequency of wires and cymbals, in hertz.</summary>
    public double AirHertz { get; init; } = 11_000;

    /// <summary>How hard everything is driven; 0 leaves it clean.</summary>
    public double Drive { get; init; }
}
