using MoodDeck.Demo.Theory;

namespace MoodDeck.Demo.Composition.Parts;

/// <summary>Rhythmic chords: <c>X</c> strikes strongly, <c>x</c> plainly, <c>o</c> softly, <c>-</c> holds, <c>.</c> rests.</summary>
internal sealed record CompPart : PartSpec
{
    /// <summary>Patterns for a bar each, taken in turn between <c>|</c>; all steps are equal and fill the bar.</summary>
    public required string Pattern { get; init; }

    /// <summary>How many voices.</summary>
    public int Voices { get; init; } = 4;

    /// <summary>Lowest MIDI pitch.</summary>
    public int Low { get; init; } = 52;

    /// <summary>Highest MIDI pitch.</summary>
    public int High { get; init; } = 74;

    /// <summary>Beats between the voices of a strummed or rolled chord.</summary>
    public double StrumBeats { get; init; }

    /// <summary>Whether only root and fifth are played, in the octave above <see cref="Low"/>.</summary>
    public bool IsPowerChord { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Note> Write(Plan plan, SeededRandom random)
    {
        var leader = new VoiceLeader(Voices, Low, High);
        var patterns = Pattern.Split('|').Select(p => p.Trim()).ToArray();
        var (chord, voices) = ((Chord?)null, Array.Empty<int>());
        foreach (var (bar, _) in plan.Bars(Sections))
        {
            var steps = bar == plan.LastBar ? "x---" : patterns[bar % patterns.Length];
            var length = (double)plan.BarBeats / steps.Length;
            for (var i = 0; i < steps.Length; i++)
            {
                if (Strength(steps[i]) is not { } strength) continue;
                var beat = (bar * plan.BarBeats) + (i * length);
                var now = plan.Harmony.At(beat).Chord;
                if (now != chord) (chord, voices) = (now, IsPowerChord ? Power(now) : leader.Next(now));
                var held = 1;
                while (i + held < steps.Length && steps[i + held] == '-') held++;
                var velocity = strength * (0.55 + (0.45 * plan.IntensityAt(beat)));
                // Strums go down on the beat and up off it.
                var isUp = StrumBeats > 0 && i % 2 == 1;
                for (var v = 0; v < voices.Length; v++)
                {
                    var delay = StrumBeats * (isUp ? voices.Length - 1 - v : v);
                    yield return new(beat + delay, Math.Max(0.05, (held * length) - delay), voices[v], velocity * (1 - (isUp ? 0.1 : 0)));
                }
            }
        }
    }

    private static double? Strength(char step) => step switch { 'X' => 0.95, 'x' => 0.75, 'o' => 0.5, _ => null };

    private int[] Power(Chord chord)
    {
        var root = Low + ((chord.Bass - Low) % 12 + 12) % 12;
        var fifth = chord.Contains(root + 7) ? 7 : chord.Contains(root + 6) ? 6 : 7;
        return [root, root + fifth, root + 12];
    }
}
