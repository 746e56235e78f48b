using MoodDeck.Demo.Synthesis;

namespace MoodDeck.Demo.Composition.Parts;

/// <summary>
/// Percussion by lanes: a drum's name and its patterns, <c>"Snare ....x.......x... | ....x.......x..o"</c>. <c>X</c> is an accent,
/// <c>x</c> plain, <c>o</c> a ghost note, <c>?</c> a ghost note now and then. All steps are equal and fill the bar.
/// </summary>
internal sealed record DrumPart : PartSpec
{
    private const double MaybeChance = 0.4;

    /// <summary>How often a plain stroke is played as a ghost note, or a ghost note slips in off the beat.</summary>
    public double Liveliness { get; init; } = 0.05;

    /// <summary>The lanes.</summary>
    public required IReadOnlyList<string> Lanes { get; init; }

    /// <summary>Lanes that replace the same drums' patterns in the last bar of each section.</summary>
    public IReadOnlyList<string> Fill { get; init; } = [];

    /// <summary>Sections that open with a crash cymbal.</summary>
    public string? CrashOn { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Note> Write(Plan plan, SeededRandom random)
    {
        var lanes = Lanes.Select(Lane.Parse).ToArray();
        var fills = Fill.Select(Lane.Parse).ToArray();
        foreach (var (bar, section) in plan.Bars(Sections))
        {
            var isLast = bar == section.EndBar - 1 && section != plan.Form[^1];
            var playing = isLast ? [.. lanes.Where(l => fills.All(f => f.Drum != l.Drum)), .. fills] : lanes;
            foreach (var note in playing.SelectMany(lane => Bar(lane, bar, bar - section.FirstBar, plan, random))) yield return note;
            if (bar == section.FirstBar && CrashOn is not null && section.IsIn(CrashOn))
                yield return new(bar * plan.BarBeats, 4, (int)Drum.Crash, 0.5 + (0.4 * section.Intensity));
        }
    }

    private IEnumerable<Note> Bar(Lane lane, int bar, int barInSection, Plan plan, SeededRandom random)
    {
        var steps = lane.Bars[barInSection % lane.Bars.Length];
        var length = (double)plan.BarBeats / steps.Length;
        for (var i = 0; i < steps.Length; i++)
        {
            var strength = Strength(steps[i], lane.Drum, isOnBeat: i * plan.BarBeats % steps.Length == 0, random);
            if (strength == 0 || (bar == plan.LastBar && i > 0)) continue;
            var beat = (bar * plan.BarBeats) + (i * length);
            yield return new(beat, length, (int)lane.Drum, strength * (0.6 + (0.4 * plan.IntensityAt(beat))));
        }
    }

    private double Strength(char step, Drum drum, bool isOnBeat, SeededRandom random) => step switch
    {
        'X' => 0.98,
        'x' => !isOnBeat && random.Chance(Liveliness) ? 0.4 : 0.76,
        'o' => 0.36,
        '?' => random.Chance(MaybeChance) ? 0.3 : 0,
        _ => !isOnBeat && drum is Drum.Snare or Drum.HatClosed or Drum.CongaHigh or Drum.BrushTap && random.Chance(Liveliness) ? 0.28 : 0,
    };

    private readonly record struct Lane(Drum Drum, string[] Bars)
    {
        public static Lane Parse(string text)
        {
            var space = text.IndexOf(' ', StringComparison.Ordinal);
            return new(Enum.Parse<Drum>(text[..space]), [.. text[(space + 1)..].Split('|').Select(b => b.Trim())]);
        }
    }
}
