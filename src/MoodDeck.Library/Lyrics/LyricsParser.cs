using System.Globalization;
using System.Text.RegularExpressions;

namespace MoodDeck.Library.Lyrics;

/// <summary>
/// Reads LRC, as players write it: any number of times before a line, <c>[offset:]</c> in milliseconds, times of single words
/// (<c>&lt;00:12.30&gt;</c>), which are left out. Text without any time is plain.
/// </summary>
public static partial class LyricsParser
{
    /// <summary>The longest text that is taken, in characters; the words of an opera are shorter.</summary>
    public const int MaxChars = 512 << 10;

    /// <summary>The lines of a text; null when it has no words.</summary>
    public static SongLyrics? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<LyricsLine> timed = [];
        List<string> plain = [];
        double offset = 0;
        foreach (var line in text.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            var rest = line.Trim().ToString();
            var times = TakeTimes(ref rest);
            if (times.Count == 0 && IdTag().Match(rest) is { Success: true } tag)
            {
                if (tag.Groups["name"].Value.Equals("offset", StringComparison.OrdinalIgnoreCase)) offset = Milliseconds(tag.Groups["value"].Value) / 1000;
                continue;
            }

            var words = WordTime().Replace(rest, "").Trim();
            foreach (var at in times) timed.Add(new(at, words));
            if (times.Count == 0) plain.Add(words);
        }

        return timed.Any(l => l.Text.Length > 0) ? new(true, Shifted(timed, offset)) : Plain(plain);
    }

    // A positive offset shows the words sooner. Lines sung at the same moment stay in the order they are written in.
    private static LyricsLine[] Shifted(List<LyricsLine> lines, double offset) =>
        [.. lines.Select(l => l with { AtSeconds = Math.Round(Math.Max(0, l.AtSeconds!.Value - offset), 3) }).OrderBy(l => l.AtSeconds)];

    private static SongLyrics? Plain(List<string> lines)
    {
        var (first, last) = (lines.FindIndex(l => l.Length > 0), lines.FindLastIndex(l => l.Length > 0));
        return first < 0 ? null : new(false, [.. lines[first..(last + 1)].Select(l => new LyricsLine(null, l))]);
    }

    private static List<double> TakeTimes(ref string line)
    {
        List<double> times = [];
        while (Time().Match(line) is { Success: true } time)
        {
            var fraction = time.Groups["fraction"] is { Length: > 0 } digits ? double.Parse("0." + digits.Value, CultureInfo.InvariantCulture) : 0;
            times.Add((60 * Number(time.Groups["minutes"])) + Number(time.Groups["seconds"]) + fraction);
            line = line[time.Length..].TrimStart();
        }

        return times;
    }

    private static double Number(Group group) => double.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static double Milliseconds(string text) =>
        double.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : 0;

    // [01:02.34], [01:02:34], [01:02] and [1:2.345].
    [GeneratedRegex(@"^\[(?<minutes>[0-9]{1,4}):(?<seconds>[0-9]{1,2})(?:[.:](?<fraction>[0-9]{1,3}))?\]")]
    private static partial Regex Time();

    [GeneratedRegex(@"<[0-9]{1,4}:[0-9]{1,2}(?:[.:][0-9]{1,3})?>")]
    private static partial Regex WordTime();

    // The names that LRC has; [Chorus: all] is something that is sung.
    [GeneratedRegex(@"^\[(?<name>ti|ar|al|au|lr|by|re|ve|tool|la|id|length|offset|#):(?<value>.*)\]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IdTag();
}
