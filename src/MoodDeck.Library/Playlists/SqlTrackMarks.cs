using Dapper;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Playlists;

/// <summary>Keeps likes and bans in the database.</summary>
internal sealed class SqlTrackMarks(LibraryDatabase database) : ITrackMarks
{
    public Task<IReadOnlyList<MarkedTrack>?> ListAsync(string listenerId, CancellationToken cancellationToken = default) => database.SnapshotAsync<IReadOnlyList<MarkedTrack>?>(
        (connection, snapshot) =>
        {
            if (connection.ExecuteScalar<long>("SELECT count(*) FROM listeners WHERE id = @listenerId", new { listenerId }, snapshot) == 0) return null;
            return [.. connection.Query<Row>(
                """
                SELECT m.track_id AS TrackId, coalesce(t.title, m.title) AS Title, coalesce(t.artist, m.artist) AS Artist, m.mark AS Mark,
                       m.at AS At, CASE WHEN t.id IS NULL THEN 0 ELSE 1 END AS InCatalogue
                FROM track_marks m LEFT JOIN tracks t ON t.id = m.track_id WHERE m.listener_id = @listenerId ORDER BY m.at DESC, m.track_id
                """,
                new { listenerId }, snapshot).Select(r => r.ToTrack())];
        },
        cancellationToken);

    public Task<bool> SetAsync(string listenerId, string trackId, TrackMark mark, CancellationToken cancellationToken = default) => database.WriteAsync(
        WriteLane.Listeners,
        (connection, transaction) => connection.Execute(
            """
            INSERT INTO track_marks (listener_id, track_id, mark, title, artist, at)
            SELECT l.id, t.id, @name, t.title, t.artist, @at FROM listeners l, tracks t WHERE l.id = @listenerId AND t.id = @trackId
            ON CONFLICT (listener_id, track_id) DO UPDATE SET mark = excluded.mark, title = excluded.title, artist = excluded.artist, at = excluded.at
            """,
            new { listenerId, trackId, name = NameOf(mark), at = StoredTime.Of(database.Time.GetUtcNow()) }, transaction) > 0,
        cancellationToken);

    public Task RemoveAsync(string listenerId, string trackId, TrackMark mark, CancellationToken cancellationToken = default) => database.EraseAsync(
        (connection, transaction) => connection.Execute(
            "DELETE FROM track_marks WHERE listener_id = @listenerId AND track_id = @trackId AND mark = @name",
            new { listenerId, trackId, name = NameOf(mark) }, transaction),
        cancellationToken);

    private static string NameOf(TrackMark mark) => mark == TrackMark.Like ? "like" : "ban";

    private sealed record Row
    {
        public string TrackId { get; init; } = "";

        public string Title { get; init; } = "";

        public string? Artist { get; init; }

        public string Mark { get; init; } = "";

        public string At { get; init; } = "";

        public long InCatalogue { get; init; }

        public MarkedTrack ToTrack() => new(TrackId, Title, Artist, Mark == "like" ? TrackMark.Like : TrackMark.Ban, StoredTime.Read(At), InCatalogue != 0);
    }
}
