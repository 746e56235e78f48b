using MoodDeck.Demo.Theory;

namespace MoodDeck.Demo.Composition;

/// <summary>A chord and the stretch it sounds for, in beats.</summary>
internal readonly record struct ChordSpan(double Start, double Length, Chord Chord)
{
    public double End => Start + Length;
}

/// <summary>Which chord sounds when, over the whole piece.</summary>
internal sealed class Harmony
{
    private Harmony(IReadOnlyList<ChordSpan> spans) => Spans = spans;

    /// <summary>Every chord in order, without gaps.</summary>
    public IReadOnlyList<ChordSpan> Spans { get; }

    /// <summary>
    /// Lays the sections' chords out. Text holds bars between <c>|</c>, in each bar chords of equal length; <c>.</c> holds
    /// the last chord, <c>%</c> repeats the last bar. A section longer than its text goes round again.
    /// </summary>
    public static Harmony Lay(IReadOnlyList<Section> form, IReadOnlyDictionary<string, string> chords, Key key, int barBeats)
    {
        var spans = new List<ChordSpan>();
        foreach (var section in form)
        {
            var bars = Bars(chords.GetValueOrDefault(section.Name) ?? chords[section.Letter]);
            for (var bar = 0; bar < section.Bars; bar++)
            {
                var symbols = bars[bar % bars.Count];
                var length = (double)barBeats / symbols.Length;
                var start = (section.FirstBar + bar) * barBeats;
                for (var i = 0; i < symbols.Length; i++) Append(spans, start + (i * length), length, symbols[i], key);
            }
        }

        return new(spans);
    }

    /// <summary>The span that sounds at a beat; the last one after the end.</summary>
    public ChordSpan At(double beat)
    {
        var (low, high) = (0, Spans.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Spans[middle].End > beat + 1e-9) high = middle;
            else low = middle + 1;
        }

        return Spans[low];
    }

    private static void Append(List<ChordSpan> spans, double start, double length, string symbol, Key key)
    {
        if (symbol == "." || (spans.Count > 0 && spans[^1].Chord.Symbol == symbol)) spans[^1] = spans[^1] with { Length = spans[^1].Length + length };
        else spans.Add(new(start, length, Chord.Parse(symbol, key.Tonic)));
    }

    private static List<string[]> Bars(string text)
    {
        var bars = new List<string[]>();
        foreach (var bar in text.Split('|', StringSplitOptions.TrimEntries))
            bars.Add(bar == "%" ? bars[^1] : bar.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return bars;
    }
}
