namespace MoodDeck.Demo.Theory;

/// <summary>A chord: pitch classes in the order root, third, fifth, …, and the pitch class in the bass.</summary>
internal sealed record Chord(string Symbol, IReadOnlyList<int> PitchClasses, int Bass)
{
    // Longer numerals first, so that VI is not read as V.
    private static readonly (string Numeral, int Step)[] s_numerals = [("VII", 11), ("III", 4), ("VI", 9), ("IV", 5), ("II", 2), ("V", 7), ("I", 0)];
    private static readonly int[] s_majorSteps = [0, 2, 4, 5, 7, 9, 11];

    private static readonly Dictionary<string, int[]> s_majorQualities = new()
    {
        [""] = [0, 4, 7], ["5"] = [0, 7], ["6"] = [0, 4, 7, 9], ["69"] = [0, 4, 7, 9, 14], ["7"] = [0, 4, 7, 10], ["9"] = [0, 4, 7, 10, 14],
        ["13"] = [0, 4, 10, 14, 21], ["7b9"] = [0, 4, 7, 10, 13], ["7#9"] = [0, 4, 10, 15], ["maj7"] = [0, 4, 7, 11], ["maj9"] = [0, 4, 7, 11, 14],
        ["maj7#11"] = [0, 4, 7, 11, 18], ["add9"] = [0, 4, 7, 14], ["add#11"] = [0, 4, 7, 18], ["sus2"] = [0, 2, 7], ["sus4"] = [0, 5, 7],
        ["7sus4"] = [0, 5, 7, 10], ["9sus4"] = [0, 5, 7, 10, 14], ["+"] = [0, 4, 8], ["b5"] = [0, 4, 6], ["b2"] = [0, 1, 7],
    };

    private static readonly Dictionary<string, int[]> s_minorQualities = new()
    {
        [""] = [0, 3, 7], ["6"] = [0, 3, 7, 9], ["7"] = [0, 3, 7, 10], ["9"] = [0, 3, 7, 10, 14], ["11"] = [0, 3, 7, 10, 17],
        ["maj7"] = [0, 3, 7, 11], ["add9"] = [0, 3, 7, 14], ["addb6"] = [0, 3, 7, 8], ["o"] = [0, 3, 6], ["o7"] = [0, 3, 6, 9], ["h7"] = [0, 3, 6, 10],
    };

    /// <summary>The root's pitch class.</summary>
    public int Root => PitchClasses[0];

    /// <summary>Whether a MIDI pitch belongs to the chord.</summary>
    public bool Contains(int pitch) => PitchClasses.Contains((pitch + 120) % 12);

    /// <summary>
    /// Reads a Roman numeral over a tonic: accidentals count from the major scale (so minor's sixth chord is <c>bVI</c>),
    /// capitals are major, small letters minor, then a quality such as <c>maj7</c> or <c>h7</c>, then a bass degree as in <c>V/7</c>.
    /// </summary>
    /// <exception cref="FormatException">It is not such a chord.</exception>
    public static Chord Parse(string symbol, int tonic)
    {
        var parts = symbol.Split('/', 2);
        var (shift, rest) = Accidentals(parts[0]);
        foreach (var (numeral, step) in s_numerals)
        {
            var isMajor = rest.StartsWith(numeral, StringComparison.Ordinal);
            if (!isMajor && !rest.StartsWith(numeral.ToLowerInvariant(), StringComparison.Ordinal)) continue;
            if (!(isMajor ? s_majorQualities : s_minorQualities).TryGetValue(rest[numeral.Length..], out var intervals)) break;
            var root = tonic + step + shift;
            var bass = parts.Length == 1 ? root : tonic + DegreeSteps(parts[1]);
            return new(symbol, [.. intervals.Select(x => (root + x + 24) % 12)], (bass + 24) % 12);
        }

        throw new FormatException($"\"{symbol}\" is not a chord; expected one like IV, bVImaj7, iih7 or V7/7.");
    }

    private static int DegreeSteps(string degree)
    {
        var (shift, rest) = Accidentals(degree);
        return s_majorSteps[rest[0] - '1'] + shift;
    }

    private static (int Shift, string Body) Accidentals(string text)
    {
        var rest = text.TrimStart('b', '#');
        return (text[..^rest.Length].Sum(c => c == '#' ? 1 : -1), rest);
    }
}
