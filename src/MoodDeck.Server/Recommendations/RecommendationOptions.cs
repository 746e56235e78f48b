using System.Text.Json;
using System.Text.Json.Serialization;

namespace MoodDeck.Server.Recommendations;

/// <summary>What a client asks a queue to be; every member may be left out.</summary>
internal sealed record RecommendationOptions
{
    /// <summary>A mood by name.</summary>
    public string? Mood { get; init; }

    /// <summary>Valence, arousal and dominance, each from -1 to 1; goes before <see cref="Mood"/>.</summary>
    public double[]? Vad { get; init; }

    /// <summary>Where the listener is: valence and arousal.</summary>
    public double[]? From { get; init; }

    /// <summary>What to do with the mood; <c>match</c> when left out.</summary>
    public string? Strategy { get; init; }

    /// <summary>ISO 639-1 codes, or <c>zxx</c> for music without words.</summary>
    public string[]? Languages { get; init; }

    /// <summary>Artists, whatever the case and accents.</summary>
    public string[]? Artists { get; init; }

    /// <summary>Genres, whatever the case and accents.</summary>
    public string[]? Genres { get; init; }

    /// <summary>Where tracks may come from.</summary>
    public string[]? Sources { get; init; }

    /// <summary>How many tracks; 20 when left out.</summary>
    public int? Limit { get; init; }

    /// <summary>The same seed gives the same queue; 1 when left out.</summary>
    public int? Seed { get; init; }

    /// <summary>Ids of tracks that must not appear.</summary>
    public string[]? Exclude { get; init; }

    /// <summary>For whom: what this listener banned does not appear.</summary>
    public string? Listener { get; init; }

    /// <summary>Whatever else was sent, so that a misspelt option is named instead of passed over.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; init; }
}
