using Microsoft.AspNetCore.Mvc;
using MoodDeck.Library.Journal;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Journal;

/// <summary>Which time of a journal is asked for.</summary>
internal sealed class JournalQuery
{
    /// <summary>ISO 8601 time or day; a day is meant from its beginning.</summary>
    [FromQuery] public string? From { get; init; }

    /// <summary>ISO 8601 time or day; a day is meant with all of it.</summary>
    [FromQuery] public string? To { get; init; }

    /// <summary>The IANA name of the zone that days and times without an offset are meant in; UTC when left out.</summary>
    [FromQuery] public string? Zone { get; init; }

    /// <summary>The strip to show: without a beginning the day of its end, without an end up to now.</summary>
    public ProblemHttpResult? ReadStrip(DateTimeOffset now, out JournalRequest request)
    {
        request = new(now, now, TimeZoneInfo.Utc);
        if (ReadRange(out var from, out var to, out var zone) is { } problem) return problem;
        var end = to ?? (from > now ? JournalRequest.Of(JournalClock.DayOf(from.Value, zone), zone).To : now);
        var start = from ?? JournalClock.StartOf(JournalClock.DayOf(end.AddTicks(-1), zone), zone);
        request = new(start, end, zone);
        if (end <= start) return ProblemKind.BadOption.With("'to' must lie after 'from'.");
        return end - start > TimeSpan.FromHours((24 * JournalRequest.MostDays) + 2)
            ? ProblemKind.BadOption.With($"From 'from' to 'to' there may be at most {JournalRequest.MostDays} days.")
            : null;
    }

    /// <summary>A range to export or erase; nulls where an end is left out.</summary>
    public ProblemHttpResult? ReadRange(out DateTimeOffset? from, out DateTimeOffset? to, out TimeZoneInfo zone)
    {
        (from, to, zone) = (null, null, TimeZoneInfo.Utc);
        if (Zone is not null)
        {
            if (JournalClock.ZoneOf(Zone) is not { } named) return ProblemKind.BadOption.With($"No time zone is called '{Zone}' here. Give an IANA name such as Europe/Berlin.");
            zone = named;
        }

        if (Read("from", From, zone, out from) is { } badFrom) return badFrom;
        if (JournalClock.TryParseDay(To, out var last)) to = JournalClock.StartOf(last.AddDays(1), zone);
        else if (Read("to", To, zone, out to) is { } badTo) return badTo;
        return to <= from ? ProblemKind.BadOption.With("'to' must lie after 'from'.") : null;
    }

    private static ProblemHttpResult? Read(string name, string? text, TimeZoneInfo zone, out DateTimeOffset? time)
    {
        time = null;
        if (text is null) return null;
        if (!JournalClock.TryParse(text, zone, out var read)) return ProblemKind.BadOption.With($"'{name}' is '{text}'; it must be a time such as 2026-11-21T08:30:00Z or a day such as 2026-11-21.");
        time = read;
        return null;
    }
}
