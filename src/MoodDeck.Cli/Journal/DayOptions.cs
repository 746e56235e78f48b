using System.CommandLine;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Library.Journal;

namespace MoodDeck.Cli.Journal;

/// <summary>Which days a command is about, and on whose clock.</summary>
internal sealed class DayOptions
{
    /// <summary>One day.</summary>
    public Option<DateOnly?> Day { get; } = Of("--day", "The day");

    /// <summary>The first of several days.</summary>
    public Option<DateOnly?> From { get; } = Of("--from", "The first day");

    /// <summary>The last of several days.</summary>
    public Option<DateOnly?> To { get; } = Of("--to", "The last day");

    /// <summary>The time zone days are counted in.</summary>
    public Option<TimeZoneInfo> Zone { get; } = ZoneOption();

    /// <summary>The range asked for; nulls where an end is left out.</summary>
    /// <exception cref="CliException">Days that do not go together.</exception>
    public (DateTimeOffset? From, DateTimeOffset? To) RangeOf(ParseResult parsed)
    {
        var (day, from, to, zone) = (parsed.GetValue(Day), parsed.GetValue(From), parsed.GetValue(To), parsed.GetRequiredValue(Zone));
        if (day is not null && (from ?? to) is not null) throw CliException.Usage("--day means one day; give either that or --from and --to.");
        if (to < from) throw CliException.Usage("--to lies before --from.");
        return ((day ?? from) is { } first ? JournalClock.StartOf(first, zone) : null, (day ?? to) is { } last ? JournalClock.StartOf(last.AddDays(1), zone) : null);
    }

    private static Option<DateOnly?> Of(string name, string what) => ValueParsers.Option<DateOnly?>(
        name, "DAY", $"{what}, as in 2026-11-21.",
        text => JournalClock.TryParseDay(text, out var day) ? day : throw new FormatException($"'{text}' is not a day; write it as 2026-11-21"));

    private static Option<TimeZoneInfo> ZoneOption()
    {
        var option = ValueParsers.Option(
            "--zone", "ZONE", "Time zone of the days, as in Europe/Berlin (default: this machine's).",
            text => JournalClock.ZoneOf(text) ?? throw new FormatException($"no time zone is called '{text}' here; give an IANA name such as Europe/Berlin"));
        option.DefaultValueFactory = _ => TimeZoneInfo.Local;
        return option;
    }
}
