using System.Globalization;
using MoodDeck.Demo.Theory;

namespace MoodDeck.Demo.Composition.Parts;

/// <summary>Broken chords by a pattern of steps over the chord's voices.</summary>
internal sealed record ArpeggioPart : PartSpec
{
    private const int RollSteps = 16;

    /// <summary>
    /// Patterns for a bar each, taken in turn between <c>|</c>: numbers count the chord's voices from the lowest, going on an
    /// octave higher; <c>.</c> rests. All steps are equal and fill the bar.
    /// </summary>
    public required string Pattern { get; init; }

    /// <summary>How many voices the chord is spread over before the pattern goes an octave up.</summary>
    public int Voices { get; init; } = 4;

    /// <summary>Lowest MIDI pitch.</summary>
    public int Low { get; init; } = 52;

    /// <summary>Highest MIDI pitch of the spread chord.</summary>
    public int High { get; init; } = 74;

    /// <summary>How many steps a note rings.</summary>
    public double RingSteps { get; init; } = 1;

    /// <summary>Chance that a step is left out, for air.</summary>
    public double Omit { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Note> Write(Plan plan, SeededRandom random)
    {
        var leader = new VoiceLeader(Voices, Low, High);
        var patterns = Pattern.Split('|').Select(p => p.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        var (chord, voices) = ((Chord?)null, Array.Empty<int>());
        foreach (var (bar, _) in plan.Bars(Sections))
        {
            // The last bar is one upward roll that rings out.
            var isLast = bar == plan.LastBar;
            var steps = isLast ? [.. Enumerable.Range(0, RollSteps).Select(i => i <= Voices ? $"{i}" : ".")] : patterns[bar % patterns.Length];
            var length = (double)plan.BarBeats / steps.Length;
            for (var i = 0; i < steps.Length; i++)
            {
                var beat = (bar * plan.BarBeats) + (i * length);
                var now = plan.Harmony.At(beat).Chord;
                if (now != chord) (chord, voices) = (now, leader.Next(now));
                if (steps[i] == "." || (i > 0 && !isLast && random.Chance(Omit))) continue;
                var index = int.Parse(steps[i], CultureInfo.InvariantCulture);
                var pitch = voices[index % voices.Length] + (12 * (index / voices.Length));
                var stress = i == 0 ? 0.12 : i * 2 == steps.Length ? 0.05 : i % 2 == 0 ? 0 : -0.05;
                yield return new(beat, isLast ? plan.BarBeats : length * RingSteps, pitch, 0.4 + (0.4 * plan.IntensityAt(beat)) + stress);
            }
        }
    }
}
