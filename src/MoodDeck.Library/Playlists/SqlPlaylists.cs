using System.Data.Common;
using Dapper;
using MoodDeck.Library.Listeners;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Playlists;

/// <summary>Keeps playlists in the database.</summary>
internal sealed class SqlPlaylists(LibraryDatabase database) : IPlaylistStore
{
    public Task<IReadOnlyList<PlaylistSummary>?> ListAsync(string listenerId, CancellationToken cancellationToken = default) => database.SnapshotAsync<IReadOnlyList<PlaylistSummary>?>(
        (connection, snapshot) =>
        {
            if (!HasListener(connection, snapshot, listenerId)) return null;
            return [.. connection.Query<PlaylistRow>(
                """
                SELECT p.id AS Id, p.name AS Name, p.version AS Version, p.created_at AS CreatedAt, p.updated_at AS UpdatedAt,
                       count(e.position) AS TrackCount, count(t.path) AS Playable,
                       (SELECT a.track_id FROM playlist_tracks a JOIN tracks c ON c.id = a.track_id
                        WHERE a.playlist_id = p.id AND c.artwork_id IS NOT NULL ORDER BY a.position LIMIT 1) AS ArtworkTrackId
                FROM playlists p LEFT JOIN playlist_tracks e ON e.playlist_id = p.id LEFT JOIN tracks t ON t.id = e.track_id
                WHERE p.listener_id = @listenerId GROUP BY p.id ORDER BY p.updated_at DESC, p.id DESC
                """,
                new { listenerId }, snapshot).Select(r => r.ToSummary())];
        },
        cancellationToken);

    public Task<Playlist?> FindAsync(string listenerId, long id, CancellationToken cancellationToken = default) => database.SnapshotAsync(
        (connection, snapshot) => Find(connection, snapshot, listenerId, id), cancellationToken);

    public Task<PlaylistChange> CreateAsync(string listenerId, string name, IReadOnlyList<string> trackIds, CancellationToken cancellationToken = default)
    {
        var read = NameOf(name);
        Require(trackIds);
        return TryAsync(
            (connection, transaction) =>
            {
                if (!HasListener(connection, transaction, listenerId)) return new(PlaylistRefusal.UnknownListener);
                if (connection.ExecuteScalar<long>("SELECT count(*) FROM playlists WHERE listener_id = @listenerId", new { listenerId }, transaction) >= IPlaylistStore.MostPlaylists)
                    return new(PlaylistRefusal.Full);
                var id = connection.ExecuteScalar<long>(
                    "INSERT INTO playlists (listener_id, name, created_at, updated_at) VALUES (@listenerId, @read, @now, @now) RETURNING id",
                    new { listenerId, read, now = Now() }, transaction);
                return Filled(connection, transaction, listenerId, id, trackIds);
            },
            cancellationToken);
    }

    public Task<PlaylistChange> ChangeAsync(
        string listenerId, long id, int version, string? name, IReadOnlyList<string>? trackIds, CancellationToken cancellationToken = default)
    {
        var read = name is null ? null : NameOf(name);
        Require(trackIds ?? []);
        return TryAsync(
            (connection, transaction) =>
            {
                if (!HasListener(connection, transaction, listenerId)) return new(PlaylistRefusal.UnknownListener);
                if (Find(connection, transaction, listenerId, id) is not { } there) return new(PlaylistRefusal.UnknownPlaylist);
                if (there.Version != version) return new(PlaylistRefusal.Stale, there);
                connection.Execute(
                    "UPDATE playlists SET name = coalesce(@read, name), version = version + 1, updated_at = @now WHERE id = @id",
                    new { id, read, now = Now() }, transaction);
                return Filled(connection, transaction, listenerId, id, trackIds);
            },
            cancellationToken);
    }

    public Task<bool> RemoveAsync(string listenerId, long id, CancellationToken cancellationToken = default) => database.EraseAsync(
        (connection, transaction) => connection.Execute("DELETE FROM playlists WHERE listener_id = @listenerId AND id = @id", new { listenerId, id }, transaction) > 0,
        cancellationToken);

    private static PlaylistChange Filled(DbConnection connection, DbTransaction transaction, string listenerId, long id, IReadOnlyList<string>? trackIds) =>
        trackIds is not null && PlaylistTracks.Replace(connection, transaction, id, trackIds) is { } unknown
            ? new(PlaylistRefusal.UnknownTrack, UnknownTrackId: unknown)
            : new(PlaylistRefusal.None, Find(connection, transaction, listenerId, id));

    private static Playlist? Find(DbConnection connection, DbTransaction transaction, string listenerId, long id)
    {
        var row = connection.QuerySingleOrDefault<PlaylistRow>(
            "SELECT id AS Id, name AS Name, version AS Version, created_at AS CreatedAt, updated_at AS UpdatedAt FROM playlists WHERE listener_id = @listenerId AND id = @id",
            new { listenerId, id }, transaction);
        return row?.ToPlaylist(PlaylistTracks.Read(connection, transaction, id));
    }

    private static bool HasListener(DbConnection connection, DbTransaction transaction, string listenerId) =>
        connection.ExecuteScalar<long>("SELECT count(*) FROM listeners WHERE id = @listenerId", new { listenerId }, transaction) > 0;

    private static string NameOf(string name) => PersonalName.Read(name, PersonalName.MostOfPlaylist)
        ?? throw new ArgumentException($"A playlist needs a name of 1 to {PersonalName.MostOfPlaylist} characters.", nameof(name));

    private static void Require(IReadOnlyList<string> trackIds)
    {
        ArgumentNullException.ThrowIfNull(trackIds);
        if (trackIds.Count > IPlaylistStore.MostTracks) throw new ArgumentException($"Expected at most {IPlaylistStore.MostTracks} tracks.", nameof(trackIds));
    }

    private string Now() => StoredTime.Of(database.Time.GetUtcNow());

    // What is refused half way is taken back as a whole.
    private async Task<PlaylistChange> TryAsync(Func<DbConnection, DbTransaction, PlaylistChange> work, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync(
                WriteLane.Listeners,
                (connection, transaction) => work(connection, transaction) is var change && change.Refusal == PlaylistRefusal.None ? change : throw new RefusedException(change),
                cancellationToken);
        }
        catch (RefusedException e)
        {
            return e.Change;
        }
    }

    private sealed class RefusedException(PlaylistChange change) : Exception
    {
        public PlaylistChange Change { get; } = change;
    }
}
