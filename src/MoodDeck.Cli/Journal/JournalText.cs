using System.Globalization;
using MoodDeck.Library.Journal;
using MoodDeck.Library.Listeners;

namespace MoodDeck.Cli.Journal;

/// <summary>A journal for a reader of text.</summary>
internal static class JournalText
{
    private const int ShownTracks = 5;

    /// <summary>Says that nothing is kept from now on, and what still is.</summary>
    public static void WriteOff(Listener listener, DateTimeOffset? keptSince)
    {
        Console.Out.WriteLine($"{listener.Name} keeps no history, so there is no journal. It is switched on in the settings of the page.");
        if (keptSince is not null) Console.Out.WriteLine("What was kept before is still there; erase it with: mooddeck journal erase");
    }

    /// <summary>The day, the week, what came before a change, and where it goes.</summary>
    public static void Write(Listener listener, JournalRequest request, MoodJournal journal)
    {
        var day = journal.Days[^1];
        Line($"{listener.Name}, {day.Date:dddd d MMMM yyyy}: {day.Label ?? "no readings"}, {Count(day.Readings, "reading")}, {Count(journal.Plays.Count, "song")}");
        if (journal.Readings.Count > 0)
        {
            Line($"  pleasant {DrawnLine.Of(journal.Readings, request, r => r.Valence)}");
            Line($"  energy   {DrawnLine.Of(journal.Readings, request, r => r.Arousal)}");
            Line($"           {DrawnLine.Hours}");
            Line($"  {string.Join(", ", journal.Distribution.Where(d => d.Value >= .005).OrderByDescending(d => d.Value).Select(d => $"{d.Key} {Percent(d.Value)}"))}");
        }

        Line($"week: {string.Join(", ", journal.Days.Select(d => Text($"{d.Date:ddd} {d.Label ?? "-"}")))}");
        foreach (var track in journal.Moved.Take(ShownTracks))
            Line($"after {track.Title ?? track.TrackId}: pleasant {track.ValenceChange:+0.00;-0.00;0.00}, energy {track.ArousalChange:+0.00;-0.00;0.00} ({track.ValenceRose} of {track.Compared} rose, {track.ValenceFell} fell)");
        if (journal.Moved.Count > 0) Line($"(the quarter hour after its start against the one before, over four weeks; it came first, that is no proof)");
        if (journal.Trend is { } trend) Line($"over four weeks, a week: pleasant {Slope(trend.Valence)}, energy {Slope(trend.Arousal)}");
    }

    private static string Slope(Slope slope) => Text($"{slope.PerWeek:+0.00;-0.00;0.00} ({slope.Low:+0.00;-0.00;0.00} to {slope.High:+0.00;-0.00;0.00})");

    private static string Percent(double share) => Text($"{100 * share:0} %");

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : Text($"{number} {what}s");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Line(FormattableString text) => Console.Out.WriteLine(Text(text));
}
