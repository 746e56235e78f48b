using System.Globalization;
using MoodDeck.Library.Journal;

namespace MoodDeck.Library.Tests.Journal;

public sealed class JournalClockTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00Z", 23)]
    [InlineData("Europe/Berlin", "2026-10-25", "2026-10-24T22:00:00Z", 25)]
    [InlineData("Europe/Berlin", "2026-11-21", "2026-11-20T23:00:00Z", 24)]
    [InlineData("Asia/Kolkata", "2026-11-21", "2026-11-20T18:30:00Z", 24)]
    // Clocks go forward at midnight: the day begins at one.
    [InlineData("America/Santiago", "2026-09-06", "2026-09-06T04:00:00Z", 23)]
    // Clocks go back at one, so that midnight comes twice: the first is meant.
    [InlineData("America/Havana", "2026-11-01", "2026-11-01T04:00:00Z", 25)]
    public void StartOf_DaysOfEveryKind_BeginAndLastAsTheyShould(string zone, string day, string start, double hours)
    {
        var (there, date) = (TimeZoneInfo.FindSystemTimeZoneById(zone), DateOnly.Parse(day, CultureInfo.InvariantCulture));
        Assert.Equal(JournalRig.At(start), JournalClock.StartOf(date, there));
        Assert.Equal(hours, (JournalClock.StartOf(date.AddDays(1), there) - JournalClock.StartOf(date, there)).TotalHours);
    }

    [Theory]
    [InlineData("2026-11-21", "2026-11-20T23:00:00Z")]
    [InlineData("2026-11-21T08:30", "2026-11-21T07:30:00Z")]
    [InlineData("2026-11-21T08:30:15.25", "2026-11-21T07:30:15.25Z")]
    [InlineData("2026-11-21T08:30:00Z", "2026-11-21T08:30:00Z")]
    [InlineData("2026-11-21T08:30:00+05:30", "2026-11-21T03:00:00Z")]
    [InlineData("2026-11-21T08:30:00 05:30", "2026-11-21T03:00:00Z")]
    public void TryParse_Iso_IsReadInItsOffsetOrTheZone(string text, string expected)
    {
        Assert.True(JournalClock.TryParse(text, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), out var time));
        Assert.Equal(JournalRig.At(expected), time);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("21.11.2026")]
    [InlineData("2026-02-30")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59Z")]
    public void TryParse_AnythingElse_IsRefused(string? text) => Assert.False(JournalClock.TryParse(text, TimeZoneInfo.Utc, out _));

    [Theory]
    [InlineData("Europe/Nowhere")]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("a\0b")]
    public void ZoneOf_NoZone_IsNull(string name) => Assert.Null(JournalClock.ZoneOf(name));
}
