using System.Globalization;

namespace MoodDeck.Library.Journal;

/// <summary>Days and times as a listener's clock on the wall shows them.</summary>
public static class JournalClock
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>A time zone by its IANA name, such as <c>Europe/Berlin</c>; null when this machine knows none of that name.</summary>
    public static TimeZoneInfo? ZoneOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        // A name is looked up as a file.
        var harmless = name.Length is > 0 and <= 64 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+');
        return harmless && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
    }

    /// <summary>
    /// Reads an ISO 8601 time or day. Without an offset it is a time in <paramref name="zone"/>; a day stands for its
    /// beginning. Years from 1970 to 2199 are read.
    /// </summary>
    public static bool TryParse(string? text, TimeZoneInfo zone, out DateTimeOffset time)
    {
        time = default;
        // A plus that was not escaped in a query arrives as a blank.
        var parsed = DateTime.TryParseExact(text?.Trim().Replace(' ', '+'), Formats, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var read);
        if (!parsed || read.Year is < 1970 or > 2199) return false;
        time = read.Kind == DateTimeKind.Unspecified ? InZone(read, zone) : new DateTimeOffset(read).ToUniversalTime();
        return true;
    }

    /// <summary>Reads a day.</summary>
    public static bool TryParseDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is >= 1970 and <= 2199;

    /// <summary>When a day begins. Where clocks are put forward at midnight it begins at the first time there is.</summary>
    public static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone) => InZone(day.ToDateTime(TimeOnly.MinValue), zone);

    /// <summary>The day on which a moment falls.</summary>
    public static DateOnly DayOf(DateTimeOffset time, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, zone).DateTime);

    private static DateTimeOffset InZone(DateTime local, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(15);
        // Of a time that clocks show twice the first is meant.
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
