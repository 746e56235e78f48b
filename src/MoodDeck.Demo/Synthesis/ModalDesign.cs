namespace MoodDeck.Demo.Synthesis;

/// <summary>One mode of a struck body.</summary>
/// <param name="Hertz">Frequency.</param>
/// <param name="Amplitude">Level at the strike.</param>
/// <param name="DecaySeconds">Time to fall by 60 dB.</param>
internal readonly record struct Resonance(double Hertz, double Amplitude, double DecaySeconds);

/// <summary>How a struck body sounds.</summary>
internal sealed record ModalDesign
{
    /// <summary>The modes for a fundamental in hertz and a velocity.</summary>
    public required Func<double, double, IEnumerable<Resonance>> Modes { get; init; }

    /// <summary>Time to fall by 60 dB once the note is let go; infinite where nothing damps it.</summary>
    public double DampedSeconds { get; init; } = double.PositiveInfinity;

    /// <summary>How softly the strike sets in, in seconds.</summary>
    public double AttackSeconds { get; init; } = 0.001;

    /// <summary>How far low notes lie left and high ones right, 0 to 1.</summary>
    public double PanSpread { get; init; } = 0.35;

    /// <summary>Level of the mallet's or hammer's own noise.</summary>
    public double Knock { get; init; }

    /// <summary>Where that noise lies, in hertz.</summary>
    public double KnockHertz { get; init; } = 400;
}
