namespace MoodDeck.Library.Journal;

/// <summary>Which time a journal tells of.</summary>
/// <param name="From">The first moment of the strip.</param>
/// <param name="To">The first moment after it.</param>
/// <param name="Zone">Where the listener's clock stands: what a day is.</param>
public sealed record JournalRequest(DateTimeOffset From, DateTimeOffset To, TimeZoneInfo Zone)
{
    /// <summary>The longest strip, in days.</summary>
    public const int MostDays = 31;

    /// <summary>How far back what moved the mood and its trend look from <see cref="To"/>, in days.</summary>
    public const int LookBackDays = 28;

    /// <summary>The days the week shows, up to <see cref="To"/>.</summary>
    public const int WeekDays = 7;

    /// <summary>The last day of which anything is told.</summary>
    public DateOnly LastDay => JournalClock.DayOf(To.AddTicks(-1), Zone);

    /// <summary>A whole day.</summary>
    public static JournalRequest Of(DateOnly day, TimeZoneInfo zone) =>
        new(JournalClock.StartOf(day, zone), JournalClock.StartOf(day.AddDays(1), zone), zone);
}
