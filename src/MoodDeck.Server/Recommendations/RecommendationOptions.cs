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

    /// <summary>In how many songs lift, calm and energise arrive; at the end of the queue when left out.</summary>
    public int? Length { get; init; }

    /// <summary>How many of these were heard already.</summary>
    public int? Done { get; init; }

    /// <summary>The same seed gives the same queue; 1 when left out.</summary>
    public int? Seed { get; init; }

    /// <summary>Ids of tracks that must not appear.</summary>
    public string[]? Exclude { get; init; }

    /// <summary>For whom: the queue is chosen by what was learnt of this listener, and what they banned does not appear.</summary>
    public string? Listener { get; init; }

    /// <summary>What a radio starts from; it brings its own mood.</summary>
    public RadioOptions? Radio { get; init; }

    /// <summary>Whatever else was sent, so that a misspelt option is named instead of passed over.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; init; }
}

/// <summary>What a radio starts from: exactly one of these.</summary>
internal sealed record RadioOptions
{
    /// <summary>A track, by id.</summary>
    public string? Track { get; init; }

    /// <summary>An artist, whatever the case and accents.</summary>
    public string? Artist { get; init; }

    /// <summary>A mood group, by the number that <c>GET /library/moods</c> tells.</summary>
    public int? Group { get; init; }

    /// <summary>Whatever else was sent.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; init; }
}
