using MoodDeck.Demo.Theory;

namespace MoodDeck.Demo.Composition;

/// <summary>What every part of a piece goes by: its form, its harmony and its tune.</summary>
internal sealed class Plan
{
    /// <summary>Works a specification out.</summary>
    public Plan(PieceSpec spec)
    {
        Key = spec.Key;
        BarBeats = spec.BarBeats;
        Form = Section.ParseForm(spec.Form);
        Harmony = Harmony.Lay(Form, spec.Chords, Key, BarBeats);
        Tune = new TuneWriter(this, spec.Tunes, SeededRandom.Of(spec.Title + "/tune")).Write();
    }

    public Key Key { get; }

    public int BarBeats { get; }

    public IReadOnlyList<Section> Form { get; }

    public Harmony Harmony { get; }

    /// <summary>The melody, at its written pitch.</summary>
    public IReadOnlyList<Note> Tune { get; }

    /// <summary>How many beats the piece has.</summary>
    public int Beats => Form[^1].EndBar * BarBeats;

    /// <summary>The bar everything comes to rest in.</summary>
    public int LastBar => Form[^1].EndBar - 1;

    /// <summary>The section a beat lies in.</summary>
    public Section SectionAt(double beat) => Form.First(s => beat < (s.EndBar * BarBeats) - 1e-9 || s == Form[^1]);

    /// <summary>Every bar of the sections meant by a list, with its section.</summary>
    public IEnumerable<(int Bar, Section Section)> Bars(string? sections) =>
        Form.Where(s => s.IsIn(sections)).SelectMany(s => Enumerable.Range(s.FirstBar, s.Bars).Select(bar => (bar, s)));

    /// <summary>Every chord of the sections meant by a list, cut at the sections' borders.</summary>
    public IEnumerable<ChordSpan> Chords(string? sections)
    {
        foreach (var section in Form.Where(s => s.IsIn(sections)))
        {
            var (from, to) = ((double)section.FirstBar * BarBeats, (double)section.EndBar * BarBeats);
            foreach (var span in Harmony.Spans)
            {
                var (start, end) = (Math.Max(from, span.Start), Math.Min(to, span.End));
                if (end > start + 1e-9) yield return new(start, end - start, span.Chord);
            }
        }
    }

    /// <summary>How strongly to play at a beat: the section's intensity, leaning towards the next one over its last bar.</summary>
    public double IntensityAt(double beat)
    {
        var section = SectionAt(beat);
        var into = (beat - ((section.EndBar - 1) * BarBeats)) / BarBeats;
        if (into <= 0 || section == Form[^1]) return section.Intensity;
        var next = SectionAt(section.EndBar * BarBeats);
        return section.Intensity + (0.4 * Math.Min(1, into) * (next.Intensity - section.Intensity));
    }
}
