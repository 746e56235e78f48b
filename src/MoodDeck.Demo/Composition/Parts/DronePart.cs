namespace MoodDeck.Demo.Composition.Parts;

/// <summary>One chord of fixed degrees held through whole sections: a pedal, a drone, or the weather outside.</summary>
internal sealed record DronePart : PartSpec
{
    /// <summary>Degrees of the key (1 the tonic, 8 the one above), sounded together.</summary>
    public IReadOnlyList<int> Degrees { get; init; } = [1];

    /// <summary>Octaves up or down.</summary>
    public int Octave { get; init; } = -2;

    /// <inheritdoc/>
    public override IEnumerable<Note> Write(Plan plan, SeededRandom random)
    {
        var sections = plan.Form.Where(s => s.IsIn(Sections)).ToArray();
        for (var i = 0; i < sections.Length; i++)
        {
            var (first, last) = (sections[i], sections[i]);
            while (i + 1 < sections.Length && sections[i + 1].FirstBar == last.EndBar) last = sections[++i];
            var (start, beats) = (first.FirstBar * plan.BarBeats, (last.EndBar - first.FirstBar) * plan.BarBeats);
            foreach (var degree in Degrees) yield return new(start, beats, plan.Key.PitchOf(degree) + (12 * Octave), 0.7);
        }
    }
}
