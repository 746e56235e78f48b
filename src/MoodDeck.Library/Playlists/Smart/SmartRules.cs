using System.Text.Json;
using System.Text.Json.Serialization;

namespace MoodDeck.Library.Playlists.Smart;

/// <summary>Which tracks a smart playlist holds, and in which order. What is left out asks for nothing. Stored as JSON of this shape.</summary>
public sealed record SmartRules
{
    /// <summary>Where on the plane; null for anywhere. A track of unknown mood lies nowhere.</summary>
    public SmartMood? Mood { get; init; }

    /// <summary>The first year; a track of unknown year passes neither this nor <see cref="YearTo"/>.</summary>
    public int? YearFrom { get; init; }

    /// <summary>The last year.</summary>
    public int? YearTo { get; init; }

    /// <summary>Genres, compared without case and accents.</summary>
    public IReadOnlyList<string>? Genres { get; init; }

    /// <summary>ISO 639-1 codes or <c>zxx</c>.</summary>
    public IReadOnlyList<string>? Languages { get; init; }

    /// <summary>Artists, compared without case and accents.</summary>
    public IReadOnlyList<string>? Artists { get; init; }

    /// <summary>Sources by name.</summary>
    public IReadOnlyList<string>? Sources { get; init; }

    /// <summary>Only what plays here.</summary>
    public bool Playable { get; init; }

    /// <summary>Only what the listener likes. What is banned is never in it.</summary>
    public bool Liked { get; init; }

    /// <summary>Not what was played within so many days; 1 to <see cref="SmartRulesCheck.MostDays"/>.</summary>
    public int? NotPlayedDays { get; init; }

    /// <summary>Only what came into the catalogue within so many days.</summary>
    public int? AddedDays { get; init; }

    /// <summary>The least length in seconds; a track of unknown length passes neither this nor <see cref="SecondsTo"/>.</summary>
    public double? SecondsFrom { get; init; }

    /// <summary>The greatest length in seconds.</summary>
    public double? SecondsTo { get; init; }

    /// <summary>One of <see cref="SmartOrders.Names"/>; null for <c>nearest</c> with a mood and <c>newest</c> without.</summary>
    public string? Order { get; init; }

    /// <summary>The same seed shuffles the same way; 1 when left out.</summary>
    public int? Seed { get; init; }

    /// <summary>At most so many tracks, 1 to <see cref="IPlaylistStore.MostTracks"/>; 100 when left out.</summary>
    public int? Limit { get; init; }

    /// <summary>Whatever else was sent, so that a misspelt rule is named instead of passed over.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; init; }

    internal const int DefaultLimit = 100;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    internal string ToJson() => JsonSerializer.Serialize(this, s_json);

    internal static SmartRules OfJson(string json) => JsonSerializer.Deserialize<SmartRules>(json, s_json) ?? new();
}

/// <summary>A round region of the plane: about a named mood, or about a point.</summary>
public sealed record SmartMood
{
    /// <summary>A named mood; null where a point is given.</summary>
    public string? Name { get; init; }

    /// <summary>Valence of the point, -1 to 1.</summary>
    public double? Valence { get; init; }

    /// <summary>Arousal of the point, -1 to 1.</summary>
    public double? Arousal { get; init; }

    /// <summary>How far about it, above 0 to 2; <see cref="DefaultRadius"/> when left out.</summary>
    public double? Radius { get; init; }

    /// <summary>Whatever else was sent.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; init; }

    /// <summary>About as far as a track still fits a mood by <see cref="Recommend.Closeness"/>.</summary>
    public const double DefaultRadius = Recommend.Closeness.Width;
}
