namespace MoodDeck.Demo.Synthesis;

/// <summary>How a subtractive synthesiser voice sounds: saw and pulse into a resonant low-pass filter with its own envelope.</summary>
internal sealed record FilterDesign
{
    /// <summary>Level of the saw.</summary>
    public double Saw { get; init; } = 1;

    /// <summary>Level of the pulse.</summary>
    public double Pulse { get; init; }

    /// <summary>Width of the pulse, as a share of its period.</summary>
    public double PulseWidth { get; init; } = 0.5;

    /// <summary>Level of a sine at the fundamental, which the filter does not touch.</summary>
    public double Sub { get; init; } = 0.4;

    /// <summary>The filter's resting frequency in hertz.</summary>
    public double CutoffHertz { get; init; } = 300;

    /// <summary>How many octaves the strike opens the filter at full velocity.</summary>
    public double OpenOctaves { get; init; } = 3;

    /// <summary>Seconds for the filter to close to 37 %.</summary>
    public double CloseSeconds { get; init; } = 0.15;

    /// <summary>Resonance, 0.5 (none) to 8 (whistling).</summary>
    public double Resonance { get; init; } = 0.9;

    /// <summary>Seconds to full level.</summary>
    public double AttackSeconds { get; init; } = 0.004;

    /// <summary>Seconds to fall to the sustained level.</summary>
    public double DecaySeconds { get; init; } = 0.4;

    /// <summary>Sustained level.</summary>
    public double Sustain { get; init; } = 0.7;

    /// <summary>Seconds to silence once let go.</summary>
    public double ReleaseSeconds { get; init; } = 0.06;

    /// <summary>How hard the sound is driven into saturation; 0 leaves it clean.</summary>
    public double Drive { get; init; } = 0.5;

    /// <summary>Cents between two saws; 0 for one.</summary>
    public double DetuneCents { get; init; }
}
