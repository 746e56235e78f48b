using MoodDeck.Core.Music;

namespace MoodDeck.Library.Catalogue;

/// <summary>Which tracks to list. Empty lists and nulls filter nothing.</summary>
public sealed record TrackQuery
{
    /// <summary>Words that must all occur in title, artist or album, without case and accents; parts of words count.</summary>
    public string? Text { get; init; }

    /// <summary>ISO 639-1 codes or <c>zxx</c>.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Artists, compared without case and accents.</summary>
    public IReadOnlyList<string> Artists { get; init; } = [];

    /// <summary>Genres, compared without case and accents.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>Sources.</summary>
    public IReadOnlyList<TrackSource> Sources { get; init; } = [];

    /// <summary>Only tracks that play here (true) or only others (false).</summary>
    public bool? Playable { get; init; }

    /// <summary>At most this many, 1 to 1,000.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Leave out this many first.</summary>
    public int Offset { get; init; }

    /// <summary>Whether nothing but <see cref="Text"/> filters.</summary>
    internal bool HasOnlyText => Languages.Count + Artists.Count + Genres.Count + Sources.Count == 0 && Playable is null;
}

/// <summary>One page of tracks.</summary>
/// <param name="Total">How many pass the query on all pages together.</param>
/// <param name="Tracks">Those of this page.</param>
public sealed record TrackPage(int Total, IReadOnlyList<Track> Tracks);
