using MoodDeck.Demo.Theory;

namespace MoodDeck.Demo.Composition;

/// <summary>
/// Turns written phrases into the melody of a whole piece. A phrase shorter than its section is answered: the same motif
/// moved by the steps that fit the new chords best, then led home. Later sections of the same letter are ornamented.
/// </summary>
internal sealed class TuneWriter(Plan plan, IReadOnlyDictionary<string, string> tunes, SeededRandom random)
{
    /// <summary>The melody's notes in order.</summary>
    public IReadOnlyList<Note> Write()
    {
        var notes = new List<Note>();
        foreach (var section in plan.Form)
        {
            if ((tunes.GetValueOrDefault(section.Name) ?? tunes.GetValueOrDefault(section.Letter)) is not { } text) continue;
            var phrase = TuneText.Parse(text, plan.BarBeats);
            for (var bar = 0; bar < section.Bars; bar += phrase.Count)
                notes.AddRange(Phrase([.. phrase.Take(section.Bars - bar)], section, section.FirstBar + bar, bar > 0 ? notes[^1].Pitch : null));
        }

        return notes;
    }

    // An answer knows the pitch it follows.
    private List<Note> Phrase(IReadOnlyList<TuneNote>[] bars, Section section, int firstBar, int? follows)
    {
        var shift = follows is { } last ? Enumerable.Range(-2, 5).MinBy(s => Strain(bars, firstBar, s, last)) : 0;
        var line = Fit(bars, firstBar, shift);
        if (follows is not null) LeadHome(line);
        if (section.Occurrence > 0 && !tunes.ContainsKey(section.Name)) line = Ornaments.Add(line, plan, random);
        return Shape(line);
    }

    /// <summary>
    /// How badly a shift by degrees fits: notes outside the chord count, accented ones most, and so do a leap from the
    /// pitch before and the shift itself.
    /// </summary>
    private double Strain(IReadOnlyList<TuneNote>[] bars, int firstBar, int shift, int follows)
    {
        var strain = 0.3 * Math.Abs(shift);
        if (bars.SelectMany(bar => bar).FirstOrDefault(n => n.Degree is not null) is { Degree: { } first } opening)
            strain += 0.2 * Math.Max(0, Math.Abs(Pitch(first + shift, opening) - follows) - 5);
        foreach (var (note, beat) in Places(bars, firstBar))
        {
            if (note.Degree is not { } degree || plan.Harmony.At(beat).Chord.Contains(Pitch(degree + shift, note))) continue;
            strain += IsStrong(note, beat) ? 1 : 0.25;
        }

        return strain;
    }

    private List<Note> Fit(IReadOnlyList<TuneNote>[] bars, int firstBar, int shift)
    {
        var line = new List<Note>();
        var places = Places(bars, firstBar).ToArray();
        for (var i = 0; i < places.Length; i++)
        {
            var (note, beat) = places[i];
            if (note.Degree is not { } degree) continue;
            var chord = plan.Harmony.At(beat).Chord;
            var written = Pitch(degree + shift, note);
            // An altered note is meant for the chord it was written over; moved elsewhere it has to fit anew.
            var isMeant = note.IsFree || (note.Accidental != 0 && shift == 0) || (i + 1 < places.Length && Resolves(written, places[i + 1], shift));
            var mustFit = IsStrong(note, beat) || note.Accidental != 0;
            var pitch = isMeant ? written : mustFit && !chord.Contains(written) ? Moving(written, chord, line) : ChordScale.Bend(written, chord, plan.Key);
            line.Add(new(beat, note.Length, pitch, note.IsAccented ? 1 : IsStrong(note, beat) ? 0.88 : 0.78));
        }

        return line;
    }

    // A dissonance that moves on by step to a chord tone is an appoggiatura, and the best note of the phrase.
    private bool Resolves(int written, (TuneNote Note, double Beat) next, int shift)
    {
        if (next.Note.Degree is not { } degree) return false;
        var target = Pitch(degree + shift, next.Note);
        return Math.Abs(target - written) is 1 or 2 && plan.Harmony.At(next.Beat).Chord.Contains(target) && plan.Key.Contains(written);
    }

    // Of the two chord tones around a note take the one that keeps the line from standing still.
    private static int Moving(int written, Chord chord, List<Note> line)
    {
        var nearest = ChordScale.NearestChordTone(written, chord);
        if (line.Count == 0 || line[^1].Pitch != nearest) return nearest;
        var direction = nearest < written ? 1 : -1;
        var other = written + direction;
        while (!chord.Contains(other)) other += direction;
        return Math.Abs(other - written) <= 3 ? other : nearest;
    }

    private void LeadHome(List<Note> line)
    {
        if (line.Count < 2) return;
        var chord = plan.Harmony.At(line[^1].Start).Chord;
        var (before, last) = (line[^2].Pitch, line[^1].Pitch);
        var goal = chord.Contains(plan.Key.Tonic) ? plan.Key.Tonic : chord.Root;
        var home = Enumerable.Range(last - 12, 25).Where(p => p % 12 == goal).MinBy(p => Math.Abs(p - last) + Math.Abs(p - before));
        line[^1] = line[^1] with { Pitch = home };
        var leap = before - home;
        if (Math.Abs(leap) <= 4) return;
        line[^2] = line[^2] with { Pitch = ChordScale.Step(home, Math.Sign(leap), plan.Harmony.At(line[^2].Start).Chord, plan.Key) };
    }

    // A phrase swells to its middle, and what lies higher is sung louder.
    private static List<Note> Shape(List<Note> line)
    {
        if (line.Count == 0) return line;
        var (start, length) = (line[0].Start, line[^1].Start - line[0].Start);
        var mean = line.Average(n => n.Pitch);
        return [.. line.Select(n =>
        {
            var arch = length > 0 ? Math.Sin(Math.PI * (n.Start - start) / length) : 0;
            return n with { Velocity = Math.Clamp(n.Velocity + (0.07 * arch) + (0.008 * (n.Pitch - mean)), 0.3, 1) };
        })];
    }

    private IEnumerable<(TuneNote Note, double Beat)> Places(IReadOnlyList<TuneNote>[] bars, int firstBar)
    {
        for (var bar = 0; bar < bars.Length; bar++)
        {
            double beat = (firstBar + bar) * plan.BarBeats;
            foreach (var note in bars[bar])
            {
                yield return (note, beat);
                beat += note.Length;
            }
        }
    }

    private int Pitch(int degree, TuneNote note) => plan.Key.PitchOf(degree) + note.Accidental;

    private bool IsStrong(TuneNote note, double beat)
    {
        var inBar = beat % plan.BarBeats;
        return note.Length >= 1.5 || inBar < 1e-6 || (plan.BarBeats == 4 && Math.Abs(inBar - 2) < 1e-6 && note.Length >= 1);
    }
}
