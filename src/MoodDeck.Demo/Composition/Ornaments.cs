using MoodDeck.Demo.Theory;

namespace MoodDeck.Demo.Composition;

/// <summary>Small changes to a melody that comes again.</summary>
internal static class Ornaments
{
    private const double Chance = 0.22;

    /// <summary>Fills a step between two notes a third apart, or turns around the upper neighbour of a longer note.</summary>
    public static List<Note> Add(List<Note> line, Plan plan, SeededRandom random)
    {
        var result = new List<Note>();
        for (var i = 0; i < line.Count; i++)
        {
            var note = line[i];
            if (i + 1 == line.Count || note.Length is < 1 or > 3 || !random.Chance(Chance)) result.Add(note);
            else result.AddRange(Ornamented(note, line[i + 1].Pitch - note.Pitch, plan));
        }

        return result;
    }

    private static Note[] Ornamented(Note note, int leap, Plan plan)
    {
        var end = note.Start + note.Length;
        var chord = plan.Harmony.At(end - 0.5).Chord;
        var main = note with { Length = note.Length - 0.5 };
        return Math.Abs(leap) is 3 or 4
            ? [main, new(end - 0.5, 0.5, ChordScale.Step(note.Pitch, Math.Sign(leap), chord, plan.Key), 0.7)]
            : [main, new(end - 0.5, 0.25, ChordScale.Step(note.Pitch, 1, chord, plan.Key), 0.66), new(end - 0.25, 0.25, note.Pitch, 0.66)];
    }
}
