using MoodDeck.Demo.Theory;

namespace MoodDeck.Demo.Composition.Parts;

/// <summary>
/// The bass, by patterns: <c>R</c> the chord's bass, <c>O</c> its octave, <c>5</c> the fifth, <c>3</c> the third, <c>7</c> the
/// seventh or sixth, <c>A</c> a step below or above the next bass, <c>W</c> a walking step towards it, <c>g</c> a muted root,
/// <c>-</c> holds, <c>.</c> rests.
/// </summary>
internal sealed record BassPart : PartSpec
{
    /// <summary>Patterns for a bar each, taken in turn between <c>|</c>; all steps are equal and fill the bar.</summary>
    public required string Pattern { get; init; }

    /// <summary>Lowest MIDI pitch of a root.</summary>
    public int Low { get; init; } = 33;

    /// <summary>Share of each note's length that sounds.</summary>
    public double Articulation { get; init; } = 0.92;

    /// <inheritdoc/>
    public override IEnumerable<Note> Write(Plan plan, SeededRandom random)
    {
        var patterns = Pattern.Split('|').Select(p => p.Trim()).ToArray();
        var last = Low + 5;
        foreach (var (bar, section) in plan.Bars(Sections))
        {
            var steps = bar == plan.LastBar ? "R---" : patterns[(bar - section.FirstBar) % patterns.Length];
            var length = (double)plan.BarBeats / steps.Length;
            for (var i = 0; i < steps.Length; i++)
            {
                if (steps[i] is '.' or '-') continue;
                var beat = (bar * plan.BarBeats) + (i * length);
                var held = 1;
                while (i + held < steps.Length && steps[i + held] == '-') held++;
                var span = plan.Harmony.At(beat);
                var next = plan.Harmony.At(Math.Min(plan.Beats - 0.01, span.End + 0.01)).Chord;
                var pitch = PitchOf(steps[i], span.Chord, next, last, plan.Key);
                var velocity = (steps[i] == 'g' ? 0.4 : i == 0 ? 0.85 : 0.72) * (0.6 + (0.4 * plan.IntensityAt(beat)));
                yield return new(beat, steps[i] == 'g' ? Math.Min(0.12, length) : held * length * Articulation, pitch, velocity);
                last = pitch;
            }
        }
    }

    private int PitchOf(char step, Chord chord, Chord next, int last, Key key)
    {
        var root = Low + ((chord.Bass - Low) % 12 + 12) % 12;
        return step switch
        {
            'R' or 'g' => root,
            'O' => root + 12,
            '5' => chord.Contains(root + 7) ? root + 7 : chord.Contains(root + 6) ? root + 6 : root + 12,
            '3' => chord.Contains(root + 4) ? root + 4 : chord.Contains(root + 3) ? root + 3 : root + 7,
            '7' => chord.Contains(root + 10) ? root + 10 : chord.Contains(root + 11) ? root + 11 : chord.Contains(root + 9) ? root + 9 : root + 7,
            'A' => Approach(next, last, chord, key),
            'W' => Walk(next, last, chord, key),
            _ => throw new FormatException($"\"{step}\" is not a bass step; expected R, O, 5, 3, 7, A, W, g, - or a full stop."),
        };
    }

    private int Approach(Chord next, int last, Chord chord, Key key)
    {
        var target = Low + ((next.Bass - Low) % 12 + 12) % 12;
        return ChordScale.Step(target, last >= target ? 1 : -1, chord, key);
    }

    private int Walk(Chord next, int last, Chord chord, Key key)
    {
        var target = Low + ((next.Bass - Low) % 12 + 12) % 12;
        var direction = last == target ? (last > Low + 6 ? -1 : 1) : Math.Sign(target - last);
        return ChordScale.Step(last, direction, chord, key);
    }
}
