using MoodDeck.Core.Music;

namespace MoodDeck.Library.Playlists;

/// <summary>A playlist in a line.</summary>
/// <param name="Id">Its number, never used twice.</param>
/// <param name="Name">What people read.</param>
/// <param name="Version">From 1, one more with each change.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
/// <param name="TrackCount">Its tracks, gaps included.</param>
/// <param name="Playable">How many of them play here.</param>
/// <param name="ArtworkTrackId">The first track that has a cover; null for none.</param>
public sealed record PlaylistSummary(
    long Id, string Name, int Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int TrackCount, int Playable, string? ArtworkTrackId);

/// <summary>A playlist with its tracks.</summary>
/// <param name="Id">Its number, never used twice.</param>
/// <param name="Name">What people read.</param>
/// <param name="Version">From 1, one more with each change.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
/// <param name="Entries">In order; the same track may come twice.</param>
public sealed record Playlist(
    long Id, string Name, int Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, IReadOnlyList<PlaylistEntry> Entries);

/// <summary>One place of a playlist.</summary>
/// <param name="TrackId">The track.</param>
/// <param name="Title">Its title, or the one it had before it left the catalogue.</param>
/// <param name="Artist">Its artist, or the one it had.</param>
/// <param name="Track">The track; null when it left the catalogue.</param>
public sealed record PlaylistEntry(string TrackId, string Title, string? Artist, Track? Track);

/// <summary>Why a playlist was not changed.</summary>
public enum PlaylistRefusal
{
    /// <summary>It was changed.</summary>
    None,
    /// <summary>There is no such listener.</summary>
    UnknownListener,
    /// <summary>The listener has no such playlist.</summary>
    UnknownPlaylist,
    /// <summary>A track is neither in the catalogue nor in the playlist so far.</summary>
    UnknownTrack,
    /// <summary>Somebody changed it meanwhile.</summary>
    Stale,
    /// <summary>The listener has as many playlists as there may be.</summary>
    Full,
}

/// <summary>What became of a change.</summary>
/// <param name="Refusal">Why nothing was changed, or <see cref="PlaylistRefusal.None"/>.</param>
/// <param name="Playlist">The playlist as it is now; null where there is none.</param>
/// <param name="UnknownTrackId">The track that is not known.</param>
public sealed record PlaylistChange(PlaylistRefusal Refusal, Playlist? Playlist = null, string? UnknownTrackId = null);
