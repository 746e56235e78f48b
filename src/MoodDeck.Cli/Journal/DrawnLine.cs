using MoodDeck.Library.Journal;

namespace MoodDeck.Cli.Journal;

/// <summary>A day as a line of letters, one for each half hour: low to high from -1 to 1, blank where nothing was read.</summary>
internal static class DrawnLine
{
    private const string Heights = "▁▂▃▄▅▆▇█";
    private const int Columns = 48;

    /// <summary>What stands under it.</summary>
    public static string Hours { get; } = "0     3     6     9     12    15    18    21";

    /// <summary>The line.</summary>
    public static string Of(IReadOnlyList<MoodStep> readings, JournalRequest day, Func<MoodStep, double> value)
    {
        // By the clock on the wall, so that the hours below are right on a day of 23 or 25 hours too.
        var columns = readings.ToLookup(r => (int)(TimeZoneInfo.ConvertTime(r.At, day.Zone).TimeOfDay.TotalDays * Columns));
        return string.Concat(Enumerable.Range(0, Columns).Select(c => columns.Contains(c) ? HeightOf(columns[c].Average(value)) : ' ')).TrimEnd();
    }

    private static char HeightOf(double value) => Heights[Math.Clamp((int)((value + 1) / 2 * Heights.Length), 0, Heights.Length - 1)];
}
