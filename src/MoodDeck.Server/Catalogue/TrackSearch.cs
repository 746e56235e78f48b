using Microsoft.AspNetCore.Mvc;
using MoodDeck.Library.Catalogue;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Catalogue;

/// <summary>The query of <c>GET /tracks</c>.</summary>
internal sealed class TrackSearch
{
    private const int MaxLimit = 1000;

    /// <summary>Words that must all occur in title, artist or album.</summary>
    [FromQuery] public string? Query { get; init; }

    /// <summary>ISO 639-1 codes or <c>zxx</c>; may repeat.</summary>
    [FromQuery] public string[]? Language { get; init; }

    /// <summary>Artists; may repeat.</summary>
    [FromQuery] public string[]? Artist { get; init; }

    /// <summary>Genres; may repeat.</summary>
    [FromQuery] public string[]? Genre { get; init; }

    /// <summary>Sources; may repeat.</summary>
    [FromQuery] public string[]? Source { get; init; }

    /// <summary>Only tracks that play here, or only others.</summary>
    [FromQuery] public bool? Playable { get; init; }

    /// <summary>At most this many, 1 to 1000; 50 when left out.</summary>
    [FromQuery] public int? Limit { get; init; }

    /// <summary>Leave out this many first.</summary>
    [FromQuery] public int? Offset { get; init; }

    /// <summary>The query for the catalogue, or the problem that names what would be right.</summary>
    public ProblemHttpResult? Read(out TrackQuery query)
    {
        query = new();
        if (Limit is < 1 or > MaxLimit) return ProblemKind.BadOption.With($"'limit' is {Limit}; it must be from 1 to {MaxLimit}.");
        if (Offset < 0) return ProblemKind.BadOption.With($"'offset' is {Offset}; it must be 0 or more.");
        if (FilterValues.Languages(Language, out var languages) is { } badLanguage) return badLanguage;
        if (FilterValues.Sources(Source, out var sources) is { } badSource) return badSource;
        query = new()
        {
            Text = Query,
            Languages = languages,
            Artists = Artist ?? [],
            Genres = Genre ?? [],
            Sources = sources,
            Playable = Playable,
            Limit = Limit ?? query.Limit,
            Offset = Offset ?? 0,
        };
        return null;
    }
}
