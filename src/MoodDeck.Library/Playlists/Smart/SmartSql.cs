using System.Globalization;
using Dapper;
using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Playlists.Smart;

/// <summary>Rules that were checked, as a query of the tracks.</summary>
internal sealed class SmartSql
{
    /// <summary>Where a track lies: where the listener says goes before what is heard in it.</summary>
    public const string Valence = "coalesce(felt.valence, tracks.valence)", Arousal = "coalesce(felt.arousal, tracks.arousal)";

    private readonly List<string> _conditions = ["NOT EXISTS (SELECT 1 FROM track_marks b WHERE b.listener_id = @listener AND b.track_id = tracks.id AND b.mark = 'ban')"];
    private readonly string _distance = "";

    /// <summary>Builds it.</summary>
    /// <param name="listenerId">Whose likes, plays and feelings count.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="now">What days are counted back from.</param>
    public SmartSql(string listenerId, SmartRules rules, DateTimeOffset now)
    {
        Order = SmartOrders.TryParse(rules.Order, out var order) ? order : rules.Mood is null ? SmartOrder.Newest : SmartOrder.Nearest;
        Parameters.Add("listener", listenerId);
        if (rules.Mood is { } mood)
        {
            var centre = mood.Name is { } name ? NamedMoods.Find(name)!.Centre : new Vad(mood.Valence ?? 0, mood.Arousal ?? 0, 0);
            var radius = mood.Radius ?? SmartMood.DefaultRadius;
            _distance = $"(({Valence} - @v) * ({Valence} - @v) + ({Arousal} - @a) * ({Arousal} - @a))";
            Require($"{_distance} <= @within", ("v", centre.Valence), ("a", centre.Arousal), ("within", radius * radius));
        }

        // A walk over the plane, too, is for tracks that lie somewhere on it.
        if (rules.Mood is not null || Order == SmartOrder.Path)
            Require("(felt.track_id IS NOT NULL OR tracks.valence_sigma + tracks.arousal_sigma <= @guess)", ("guess", 2 * TrackMood.GuessSigma));
        if (rules.YearFrom is { } yearFrom) Require("tracks.year >= @yearFrom", ("yearFrom", yearFrom));
        if (rules.YearTo is { } yearTo) Require("tracks.year <= @yearTo", ("yearTo", yearTo));
        if (rules.SecondsFrom is { } secondsFrom) Require("tracks.duration_seconds >= @secondsFrom", ("secondsFrom", secondsFrom));
        if (rules.SecondsTo is { } secondsTo) Require("tracks.duration_seconds <= @secondsTo", ("secondsTo", secondsTo));
        OneOf("genre_key", "genres", rules.Genres?.Select(FoldedText.Fold));
        OneOf("language", "languages", rules.Languages?.Select(l => MusicLanguages.TryParse(l, out var code) ? code : l));
        OneOf("artist_key", "artists", rules.Artists?.Select(FoldedText.FoldArtist));
        OneOf("source", "sources", rules.Sources?.Select(s => s.Trim().ToLowerInvariant()));
        if (rules.Playable) Require("tracks.path IS NOT NULL");
        if (rules.Liked) Require("EXISTS (SELECT 1 FROM track_marks l WHERE l.listener_id = @listener AND l.track_id = tracks.id AND l.mark = 'like')");
        if (rules.AddedDays is { } added) Require("tracks.added_at >= @addedAfter", ("addedAfter", StoredTime.Of(now.AddDays(-added))));
        if (rules.NotPlayedDays is { } rest)
            Require("(played.last_day IS NULL OR played.last_day <= @playedBefore)", ("playedBefore", now.UtcDateTime.AddDays(-rest).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

        // An odd factor of some size; what it mixes is squared, so that neighbours in the catalogue part.
        var mixed = new Random(rules.Seed ?? 1);
        Parameters.Add("factor", mixed.NextInt64(1L << 20, 1L << 30) | 1);
        Parameters.Add("shift", mixed.NextInt64(1L << 30));
    }

    /// <summary>The order in effect.</summary>
    public SmartOrder Order { get; }

    /// <summary>What the conditions compare with.</summary>
    public DynamicParameters Parameters { get; } = new();

    /// <summary>From where and which rows, from <c>FROM</c> on.</summary>
    public string From =>
        $"""
        FROM tracks LEFT JOIN track_feelings felt ON felt.track_id = tracks.id AND felt.listener_id = @listener
            LEFT JOIN taste_plays played ON played.track_id = tracks.id AND played.listener_id = @listener
        WHERE {string.Join(" AND ", _conditions)}
        """;

    /// <summary>Which come first, without <c>ORDER BY</c>; a walk is put in order afterwards, here it is told whom it takes along.</summary>
    public string By => (Order, _distance) switch
    {
        (SmartOrder.Nearest or SmartOrder.Path, { Length: > 0 } distance) => distance + ", tracks.id",
        (SmartOrder.Newest, _) => "tracks.added_at DESC, tracks.row DESC",
        (SmartOrder.Rested, _) => "played.last_day IS NOT NULL, played.last_day, tracks.id",
        _ => $"{Mixed} * {Mixed} % 2147483629, tracks.id",
    };

    private const string Mixed = "((tracks.row * @factor + @shift) % 2147483647)";

    private void OneOf(string column, string name, IEnumerable<string>? values)
    {
        var all = values?.ToList();
        if (all is { Count: > 0 }) Require($"tracks.{column} IN {Parameters.AddList(name, all)}");
    }

    private void Require(string condition, params (string Name, object Value)[] parameters)
    {
        _conditions.Add(condition);
        foreach (var (name, value) in parameters) Parameters.Add(name, value);
    }
}
