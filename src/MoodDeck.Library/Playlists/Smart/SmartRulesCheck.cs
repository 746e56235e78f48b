using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;

namespace MoodDeck.Library.Playlists.Smart;

/// <summary>Tells rules that mean something from others.</summary>
public static class SmartRulesCheck
{
    /// <summary>The longest time in days that a rule may name: a hundred years.</summary>
    public const int MostDays = 36_500;

    private const int MostValues = 100;
    private const int LongestValue = 300;
    private const int LastYear = 9999;
    private const double LongestSeconds = 86_400;

    /// <summary>What is wrong with the rules, in one sentence that names the rule; null where nothing is.</summary>
    public static string? Problem(SmartRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return Unknown(rules.Others?.Keys, "rule", "mood, yearFrom, yearTo, genres, languages, artists, sources, playable, liked, notPlayedDays, addedDays, secondsFrom, secondsTo, order, seed, limit")
            ?? MoodProblem(rules.Mood)
            ?? Range("yearFrom", rules.YearFrom, 0, LastYear) ?? Range("yearTo", rules.YearTo, 0, LastYear)
            ?? (rules.YearFrom > rules.YearTo ? $"'yearFrom' is {rules.YearFrom} and 'yearTo' {rules.YearTo}: no year is both." : null)
            ?? Texts("genres", rules.Genres) ?? Texts("languages", rules.Languages) ?? Texts("artists", rules.Artists) ?? Texts("sources", rules.Sources)
            ?? rules.Languages?.Where(l => !MusicLanguages.TryParse(l, out _)).Select(l => $"'{l}' in 'languages' is not a language. Give an ISO 639-1 code such as es, an English name such as Spanish, or zxx for music without words.").FirstOrDefault()
            ?? rules.Sources?.Where(s => !TrackSources.TryParse(s, out _)).Select(s => $"No source is called '{s}'. There are: {string.Join(", ", TrackSources.Names)}.").FirstOrDefault()
            ?? Range("notPlayedDays", rules.NotPlayedDays, 1, MostDays) ?? Range("addedDays", rules.AddedDays, 1, MostDays)
            ?? Range("secondsFrom", rules.SecondsFrom, 0, LongestSeconds) ?? Range("secondsTo", rules.SecondsTo, 0, LongestSeconds)
            ?? (rules.SecondsFrom > rules.SecondsTo ? FormattableString.Invariant($"'secondsFrom' is {rules.SecondsFrom} and 'secondsTo' {rules.SecondsTo}: no track is both.") : null)
            ?? OrderProblem(rules) ?? Range("limit", rules.Limit, 1, IPlaylistStore.MostTracks);
    }

    private static string? MoodProblem(SmartMood? mood)
    {
        if (mood is null) return null;
        if (Unknown(mood.Others?.Keys, "member of 'mood'", "name, valence, arousal, radius") is { } unknown) return unknown;
        if (mood.Name is { } name ? mood.Valence is not null || mood.Arousal is not null : mood.Valence is null || mood.Arousal is null)
            return "'mood' takes either a 'name', or 'valence' and 'arousal'.";
        if (mood.Name is { } called && NamedMoods.Find(called) is null) return $"No mood is called '{called}'. There are: {string.Join(", ", NamedMoods.All.Select(m => m.Name))}.";
        return Range("valence", mood.Valence, -1, 1) ?? Range("arousal", mood.Arousal, -1, 1)
            ?? (mood.Radius is { } radius && !(radius is > 0 and <= 2) ? FormattableString.Invariant($"'radius' is {radius}; it must be above 0 and at most 2.") : null);
    }

    private static string? OrderProblem(SmartRules rules) =>
        rules.Order is not { } order ? null
        : !SmartOrders.TryParse(order, out var known) ? $"No order is called '{order}'. There are: {string.Join(", ", SmartOrders.Names)}."
        : known == SmartOrder.Nearest && rules.Mood is null ? "The order 'nearest' needs a 'mood' to be near to."
        : null;

    private static string? Unknown(IEnumerable<string>? names, string what, string known) =>
        names?.FirstOrDefault() is { } name ? $"There is no {what} '{name}'. There are: {known}." : null;

    private static string? Range(string name, double? value, double least, double most) =>
        value is { } v && !(v >= least && v <= most) ? FormattableString.Invariant($"'{name}' is {v}; it must be from {least} to {most}.") : null;

    private static string? Texts(string name, IReadOnlyList<string>? values) =>
        values is null ? null
        : values.Count > MostValues ? $"'{name}' has more than {MostValues} values."
        : values.Any(v => string.IsNullOrWhiteSpace(v) || v.Length > LongestValue) ? $"'{name}' holds something that is no text of 1 to {LongestValue} characters."
        : null;
}
