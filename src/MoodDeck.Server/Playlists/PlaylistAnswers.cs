using MoodDeck.Library.Playlists;
using MoodDeck.Server.Catalogue;
using MoodDeck.Server.Contracts;

namespace MoodDeck.Server.Playlists;

/// <summary>What a playlist is to be. <see cref="Version"/> may come as If-Match instead, and is not needed for a new one.</summary>
internal sealed record PlaylistBody(string? Name, string[]? TrackIds, int? Version);

/// <summary>A playlist in a line.</summary>
internal sealed record PlaylistSummaryAnswer(
    long Id, string Name, int Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int TrackCount, int Playable, string? ArtworkUrl)
{
    public static PlaylistSummaryAnswer Of(PlaylistSummary list) => new(
        list.Id, list.Name, list.Version, list.CreatedAt, list.UpdatedAt, list.TrackCount, list.Playable, TileEndpoints.ArtworkOf(list.ArtworkTrackId));
}

/// <summary>A playlist with its tracks.</summary>
internal sealed record PlaylistAnswer(
    long Id, string Name, int Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, IReadOnlyList<PlaylistEntryAnswer> Tracks)
{
    public static PlaylistAnswer Of(Playlist list) => new(
        list.Id, list.Name, list.Version, list.CreatedAt, list.UpdatedAt,
        [.. list.Entries.Select(e => new PlaylistEntryAnswer(e.TrackId, e.Title, e.Artist, e.Track is null ? null : TrackAnswer.Of(e.Track, DeckServer.ApiRoot)))]);
}

/// <summary>One place of a playlist; <see cref="Track"/> is null where the track left the catalogue.</summary>
internal sealed record PlaylistEntryAnswer(string TrackId, string Title, string? Artist, TrackAnswer? Track);
