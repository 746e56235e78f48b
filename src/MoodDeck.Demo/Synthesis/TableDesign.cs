namespace MoodDeck.Demo.Synthesis;

/// <summary>How a sustained voice sounds: two spectra that the envelope fades between, several detuned players, vibrato, breath.</summary>
internal sealed record TableDesign
{
    /// <summary>Amplitude of a harmonic (its number from 1, its frequency in hertz) when the voice is at its softest.</summary>
    public required Func<int, double, double> Dark { get; init; }

    /// <summary>Amplitude of a harmonic when the voice is at its brightest.</summary>
    public required Func<int, double, double> Bright { get; init; }

    /// <summary>How many play in unison.</summary>
    public int Players { get; init; } = 1;

    /// <summary>Cents between the outermost players.</summary>
    public double DetuneCents { get; init; } = 12;

    /// <summary>How far the players are spread over the stereo field, 0 to 1.</summary>
    public double Width { get; init; } = 0.7;

    /// <summary>Seconds to full level.</summary>
    public double AttackSeconds { get; init; } = 0.02;

    /// <summary>Seconds to fall to the sustained level.</summary>
    public double DecaySeconds { get; init; } = 0.3;

    /// <summary>Sustained level.</summary>
    public double Sustain { get; init; } = 0.8;

    /// <summary>Seconds to silence once let go.</summary>
    public double ReleaseSeconds { get; init; } = 0.25;

    /// <summary>How bright the attack is, 0 to 1, at full velocity.</summary>
    public double AttackBrightness { get; init; } = 0.8;

    /// <summary>How bright the sustained sound is, 0 to 1, at full velocity.</summary>
    public double SustainBrightness { get; init; } = 0.4;

    /// <summary>Seconds from the attack's brightness to the sustained one.</summary>
    public double BrightnessSeconds { get; init; } = 0.4;

    /// <summary>Depth of a slow wave of brightness, 0 to 1.</summary>
    public double DriftDepth { get; init; }

    /// <summary>Vibrato's rate.</summary>
    public double VibratoHertz { get; init; } = 5.2;

    /// <summary>Vibrato's depth, each way.</summary>
    public double VibratoCents { get; init; }

    /// <summary>Seconds before the vibrato has grown to its depth.</summary>
    public double VibratoDelaySeconds { get; init; } = 0.4;

    /// <summary>Level of breath or bow noise.</summary>
    public double Breath { get; init; }

    /// <summary>Where that noise lies, in hertz.</summary>
    public double BreathHertz { get; init; } = 3000;

    /// <summary>Cents by which the note starts low and slides up.</summary>
    public double ScoopCents { get; init; }

    /// <summary>Whether every player starts at the same point of the wave, which gives a punchier attack.</summary>
    public bool IsPhaseLocked { get; init; }

    /// <summary>How far low notes lie left and high ones right, 0 to 1.</summary>
    public double PanSpread { get; init; } = 0.2;
}
