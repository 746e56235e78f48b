namespace MoodDeck.Demo.Composition.Parts;

/// <summary>
/// A slow second line of guide tones: on each chord its third or seventh, whichever is nearer, away from what the melody
/// has, with a passing note where the chord lasts long enough.
/// </summary>
internal sealed record CounterPart : PartSpec
{
    /// <summary>Lowest MIDI pitch.</summary>
    public int Low { get; init; } = 55;

    /// <summary>Highest MIDI pitch.</summary>
    public int High { get; init; } = 72;

    /// <inheritdoc/>
    public override IEnumerable<Note> Write(Plan plan, SeededRandom random)
    {
        var spans = plan.Chords(Sections).ToArray();
        var last = (Low + High) / 2;
        var line = new int[spans.Length];
        for (var i = 0; i < spans.Length; i++) line[i] = last = Guide(spans[i], last, plan);
        for (var i = 0; i < spans.Length; i++)
        {
            var (span, velocity) = (spans[i], 0.45 + (0.4 * plan.IntensityAt(spans[i].Start)));
            var leap = i + 1 < line.Length ? line[i + 1] - line[i] : 0;
            var passes = Math.Abs(leap) is 3 or 4 && span.Length >= 2 && Math.Abs(spans[i + 1].Start - span.End) < 1e-6;
            yield return new(span.Start, span.Length - (passes ? 1 : 0), line[i], velocity);
            if (passes) yield return new(span.End - 1, 1, Theory.ChordScale.Step(line[i], Math.Sign(leap), span.Chord, plan.Key), velocity * 0.9);
        }
    }

    private int Guide(ChordSpan span, int last, Plan plan)
    {
        var melody = plan.Tune.Where(n => n.Start < span.End && n.Start + n.Length > span.Start).Select(n => n.Pitch % 12).ToHashSet();
        return Enumerable.Range(Low, High - Low + 1).Where(span.Chord.Contains).MinBy(pitch =>
        {
            var place = span.Chord.PitchClasses.Index().First(x => x.Item == pitch % 12).Index;
            var dullness = place is 1 or 3 ? 0 : place == 0 ? 3 : 2;
            return Math.Abs(pitch - last) + dullness + (melody.Contains(pitch % 12) ? 2.5 : 0) + (pitch == last ? 0.5 : 0);
        });
    }
}
