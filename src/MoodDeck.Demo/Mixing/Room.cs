namespace MoodDeck.Demo.Mixing;

/// <summary>The room a piece is played in.</summary>
internal sealed record Room
{
    /// <summary>Time for a sound to fall by 60 dB, in seconds.</summary>
    public double DecaySeconds { get; init; } = 1.8;

    /// <summary>How large it is: factor on the distance between walls.</summary>
    public double Size { get; init; } = 1;

    /// <summary>Above this the walls swallow the sound, in hertz.</summary>
    public double DampingHertz { get; init; } = 4500;

    /// <summary>Level of the room's answer, in decibels.</summary>
    public double LevelDb { get; init; }

    /// <summary>How long the piece rings after its last beat.</summary>
    public double TailSeconds => Math.Clamp(1.5 + (0.9 * DecaySeconds), 2.5, 7);
}
