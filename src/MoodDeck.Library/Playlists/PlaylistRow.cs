using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Playlists;

/// <summary>A row of the table of playlists, perhaps with its counts.</summary>
internal sealed record PlaylistRow
{
    public long Id { get; init; }

    public string Name { get; init; } = "";

    public long Version { get; init; }

    public string CreatedAt { get; init; } = "";

    public string UpdatedAt { get; init; } = "";

    public long TrackCount { get; init; }

    public long Playable { get; init; }

    public string? ArtworkTrackId { get; init; }

    public PlaylistSummary ToSummary() =>
        new(Id, Name, (int)Version, StoredTime.Read(CreatedAt), StoredTime.Read(UpdatedAt), (int)TrackCount, (int)Playable, ArtworkTrackId);

    public Playlist ToPlaylist(IReadOnlyList<PlaylistEntry> entries) =>
        new(Id, Name, (int)Version, StoredTime.Read(CreatedAt), StoredTime.Read(UpdatedAt), entries);
}
