using System.Globalization;

namespace MoodDeck.Demo.Composition;

/// <summary>A note of a written tune; <see cref="Degree"/> is null for a rest.</summary>
internal readonly record struct TuneNote(int? Degree, int Accidental, double Length, bool IsFree, bool IsAccented);

/// <summary>
/// Reads tunes: bars between <c>|</c>, notes as <c>degree:beats</c> (one beat without a number; 1 is the tonic, 8 the one
/// above, 0 and below go down; <c>r</c> rests), <c>b</c> or <c>#</c> before a degree, <c>!</c> after it for a dissonance that is
/// meant and <c>^</c> for an accent.
/// </summary>
internal static class TuneText
{
    /// <summary>The bars.</summary>
    /// <exception cref="FormatException">A bar's notes do not fill it, or one cannot be read.</exception>
    public static IReadOnlyList<IReadOnlyList<TuneNote>> Parse(string text, int barBeats)
    {
        var bars = text.Split('|').Select(bar => (IReadOnlyList<TuneNote>)[.. bar.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ParseNote)]).ToArray();
        for (var i = 0; i < bars.Length; i++)
        {
            var sum = bars[i].Sum(n => n.Length);
            if (Math.Abs(sum - barBeats) > 0.02)
                throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"Bar {i + 1} of \"{text}\" lasts {sum} beats; expected {barBeats}."));
        }

        return bars;
    }

    private static TuneNote ParseNote(string token)
    {
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        var length = colon < 0 ? 1 : double.Parse(token[(colon + 1)..], CultureInfo.InvariantCulture);
        var name = colon < 0 ? token : token[..colon];
        var degree = name.TrimStart('b', '#').TrimEnd('!', '^');
        if (degree == "r") return new(null, 0, length, false, false);
        var accidental = name[0] switch { 'b' => -1, '#' => 1, _ => 0 };
        return new(int.Parse(degree, CultureInfo.InvariantCulture), accidental, length, name.Contains('!', StringComparison.Ordinal), name.Contains('^', StringComparison.Ordinal));
    }
}
