namespace MoodDeck.Demo.Synthesis;

/// <summary>One note as it is played.</summary>
/// <param name="StartSeconds">When it begins.</param>
/// <param name="LengthSeconds">How long it is held.</param>
/// <param name="Pitch">MIDI pitch; for drums the <see cref="Drum"/>.</param>
/// <param name="Velocity">0 to 1.</param>
/// <param name="Seed">What makes this strike slightly unlike the next.</param>
internal readonly record struct Strike(double StartSeconds, double LengthSeconds, int Pitch, float Velocity, ulong Seed)
{
    /// <summary>Fundamental in hertz, equal temperament with A = 440.</summary>
    public double Hertz => 440 * Math.Pow(2, (Pitch - 69) / 12.0);
}
