using MoodDeck.Demo.Theory;

namespace MoodDeck.Demo.Composition.Parts;

/// <summary>The melody, or a second voice that follows it in chord tones below.</summary>
internal sealed record TunePart : PartSpec
{
    /// <summary>Octaves up or down.</summary>
    public int Octave { get; init; }

    /// <summary>Share of each note's length that sounds.</summary>
    public double Articulation { get; init; } = 0.95;

    /// <summary>Whether this is the second voice.</summary>
    public bool IsSecondVoice { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Note> Write(Plan plan, SeededRandom random)
    {
        foreach (var note in plan.Tune)
        {
            if (!plan.SectionAt(note.Start).IsIn(Sections)) continue;
            var pitch = IsSecondVoice ? Below(note, plan.Harmony.At(note.Start).Chord) : note.Pitch;
            var strength = 0.55 + (0.45 * plan.IntensityAt(note.Start));
            yield return note with { Pitch = pitch + (12 * Octave), Length = note.Length * Articulation, Velocity = note.Velocity * strength };
        }
    }

    // The chord tone a third to a sixth below keeps thirds and sixths and avoids bare fourths where it can.
    private static int Below(Note note, Chord chord)
    {
        foreach (var interval in (ReadOnlySpan<int>)[4, 3, 8, 9, 5, 7, 12]) if (chord.Contains(note.Pitch - interval)) return note.Pitch - interval;
        return note.Pitch - 12;
    }
}
