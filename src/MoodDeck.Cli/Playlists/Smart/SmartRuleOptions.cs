using System.CommandLine;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Library.Playlists;
using MoodDeck.Library.Playlists.Smart;

namespace MoodDeck.Cli.Playlists.Smart;

/// <summary>The rules of a smart playlist as options.</summary>
internal sealed class SmartRuleOptions
{
    // Each rule's name for --clear with the rules without it.
    private static readonly Dictionary<string, Func<SmartRules, SmartRules>> s_clear = new(StringComparer.Ordinal)
    {
        ["mood"] = r => r with { Mood = null, Order = "nearest".Equals(r.Order, StringComparison.OrdinalIgnoreCase) ? null : r.Order },
        ["year"] = r => r with { YearFrom = null, YearTo = null },
        ["genre"] = r => r with { Genres = null },
        ["language"] = r => r with { Languages = null },
        ["artist"] = r => r with { Artists = null },
        ["source"] = r => r with { Sources = null },
        ["playable"] = r => r with { Playable = false },
        ["liked"] = r => r with { Liked = false },
        ["not-played"] = r => r with { NotPlayedDays = null },
        ["added"] = r => r with { AddedDays = null },
        ["length"] = r => r with { SecondsFrom = null, SecondsTo = null },
        ["order"] = r => r with { Order = null, Seed = null },
        ["limit"] = r => r with { Limit = null },
    };

    private readonly Option<NamedMood?> _mood = ValueParsers.Option<NamedMood?>("--mood", "NAME", $"About this mood: {string.Join(", ", NamedMoods.All.Select(m => m.Name))}.", ValueParsers.Mood);
    private readonly Option<Vad?> _at = ValueParsers.Option<Vad?>("--at", "v,a", "About this point: valence and arousal, each from -1 to 1.", s => ValueParsers.ValenceArousal("--at", s));
    private readonly Option<double?> _radius = ValueParsers.Option<double?>("--radius", "R", FormattableString.Invariant($"How far about it, up to 2 (default: {SmartMood.DefaultRadius})."), s => ValueParsers.NumberOf("--radius", s));
    private readonly Option<int?> _yearFrom = Whole("--year-from", "Y", "From this year on.", 9999);
    private readonly Option<int?> _yearTo = Whole("--year-to", "Y", "Up to this year.", 9999);
    private readonly FilterOptions _filters = new();
    private readonly Option<bool> _playable = new("--playable") { Description = "Only what plays here." };
    private readonly Option<bool> _liked = new("--liked") { Description = "Only what the listener likes." };
    private readonly Option<int?> _notPlayed = Whole("--not-played", "DAYS", "Not what was played within so many days.", SmartRulesCheck.MostDays);
    private readonly Option<int?> _added = Whole("--added", "DAYS", "Only what came in within so many days.", SmartRulesCheck.MostDays);
    private readonly Option<double?> _shortest = ValueParsers.Option<double?>("--shortest", "TIME", "At least so long: seconds, or minutes as in 2:30.", s => SecondsOf("--shortest", s));
    private readonly Option<double?> _longest = ValueParsers.Option<double?>("--longest", "TIME", "At most so long.", s => SecondsOf("--longest", s));
    private readonly Option<string?> _order = ValueParsers.Option<string?>("--order", "ORDER", $"{string.Join(", ", SmartOrders.Names)} (default: nearest with a mood, else newest).", OrderOf);
    private readonly Option<int?> _seed = Whole("--seed", "N", "Another number shuffles otherwise.", int.MaxValue);
    private readonly Option<int?> _limit = Whole("--limit", "N", $"At most so many tracks, up to {IPlaylistStore.MostTracks} (default: 100).", IPlaylistStore.MostTracks);

    /// <summary>Rules to take away.</summary>
    public Option<string[]> Clear { get; } = ValueParsers.Many("--clear", "RULE", $"Take a rule away: {string.Join(", ", s_clear.Keys)}. May be repeated.", s => s_clear.ContainsKey(s) ? s : throw new FormatException($"no rule is called '{s}'. There are: {string.Join(", ", s_clear.Keys)}"));

    /// <summary>Adds every option that makes a rule.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])
            [_mood, _at, _radius, _yearFrom, _yearTo, _filters.Languages, _filters.Artists, _filters.Genres, _filters.Sources, _playable, _liked, _notPlayed, _added, _shortest, _longest, _order, _seed, _limit])
            command.Add(option);
    }

    /// <summary>The rules as they were, without those to be cleared, and with those that are given now in place of theirs.</summary>
    /// <exception cref="CliException">They mean nothing; the message says why.</exception>
    public SmartRules Read(ParseResult parsed, SmartRules before)
    {
        if (parsed.GetValue(_mood) is not null && parsed.GetValue(_at) is not null) throw CliException.Usage("--mood and --at both say where. Give one of them.");
        var rules = (parsed.GetValue(Clear) ?? []).Aggregate(before, (r, name) => s_clear[name](r));
        rules = rules with
        {
            Mood = MoodOf(parsed, rules.Mood),
            YearFrom = parsed.GetValue(_yearFrom) ?? rules.YearFrom,
            YearTo = parsed.GetValue(_yearTo) ?? rules.YearTo,
            Genres = Given(parsed.GetValue(_filters.Genres)) ?? rules.Genres,
            Languages = Given(parsed.GetValue(_filters.Languages)) ?? rules.Languages,
            Artists = Given(parsed.GetValue(_filters.Artists)) ?? rules.Artists,
            Sources = Given(parsed.GetValue(_filters.Sources)?.Select(TrackSources.NameOf)) ?? rules.Sources,
            Playable = parsed.GetValue(_playable) || rules.Playable,
            Liked = parsed.GetValue(_liked) || rules.Liked,
            NotPlayedDays = parsed.GetValue(_notPlayed) ?? rules.NotPlayedDays,
            AddedDays = parsed.GetValue(_added) ?? rules.AddedDays,
            SecondsFrom = parsed.GetValue(_shortest) ?? rules.SecondsFrom,
            SecondsTo = parsed.GetValue(_longest) ?? rules.SecondsTo,
            Order = parsed.GetValue(_order) ?? rules.Order,
            Seed = parsed.GetValue(_seed) ?? rules.Seed,
            Limit = parsed.GetValue(_limit) ?? rules.Limit,
        };
        return SmartRulesCheck.Problem(rules) is { } problem ? throw CliException.Usage(problem) : rules;
    }

    private SmartMood? MoodOf(ParseResult parsed, SmartMood? before)
    {
        var radius = parsed.GetValue(_radius);
        if (parsed.GetValue(_mood) is { } named) return new() { Name = named.Name, Radius = radius ?? before?.Radius };
        if (parsed.GetValue(_at) is { } point) return new() { Valence = point.Valence, Arousal = point.Arousal, Radius = radius ?? before?.Radius };
        if (radius is not null && before is null) throw CliException.Usage("--radius says how far about a mood. Give one with --mood or --at.");
        return radius is null ? before : before! with { Radius = radius };
    }

    private static List<string>? Given(IEnumerable<string>? values) => values?.ToList() is { Count: > 0 } given ? given : null;

    private static Option<int?> Whole(string name, string helpName, string description, int most) =>
        ValueParsers.Option<int?>(name, helpName, description, s => ValueParsers.WholeNumber(name, 0, most)(s));

    private static double SecondsOf(string name, string text)
    {
        var parts = text.Split(':');
        if (parts.Length > 2) throw new FormatException($"{name} is '{text}'; give seconds, or minutes and seconds as in 2:30");
        return parts.Aggregate(0.0, (sum, part) => (sum * 60) + ValueParsers.NumberOf(name, part));
    }

    private static string OrderOf(string name) => SmartOrders.TryParse(name, out var order)
        ? SmartOrders.Names[(int)order]
        : throw new FormatException($"no order is called '{name}'. There are: {string.Join(", ", SmartOrders.Names)}");
}
