namespace MoodDeck.Demo.Composition;

/// <summary>A written note.</summary>
/// <param name="Start">Beats from the piece's start.</param>
/// <param name="Length">Beats it is held.</param>
/// <param name="Pitch">MIDI pitch; for drums the drum's number.</param>
/// <param name="Velocity">How strongly it is played, 0 to 1.</param>
internal readonly record struct Note(double Start, double Length, int Pitch, double Velocity);
