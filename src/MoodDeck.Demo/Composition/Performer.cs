using MoodDeck.Demo.Synthesis;

namespace MoodDeck.Demo.Composition;

/// <summary>Plays a written part: notes become strikes in time, a little early or late, a little louder or softer.</summary>
internal sealed class Performer(PieceSpec spec, TempoMap tempo)
{
    private const double VelocityDeviation = 0.05;

    /// <summary>The strikes of a part, in order of time.</summary>
    public Strike[] Perform(PartSpec part, IEnumerable<Note> notes, SeededRandom random) =>
        [.. notes.OrderBy(n => n.Start).ThenBy(n => n.Pitch).Select(note =>
        {
            var start = tempo.SecondsAt(note.Start) + (0.001 * spec.LoosenessMs * part.Looseness * random.Gaussian());
            var length = tempo.SecondsAt(note.Start + note.Length) - tempo.SecondsAt(note.Start);
            var velocity = Math.Clamp(note.Velocity * (1 + (VelocityDeviation * random.Gaussian())), 0.05, 1);
            return new Strike(Math.Max(0, start) + Score.LeadInSeconds, Math.Max(0.02, length), note.Pitch, (float)velocity, random.NextBits());
        })];
}
