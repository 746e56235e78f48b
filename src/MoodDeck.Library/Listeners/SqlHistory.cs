using Dapper;
using MoodDeck.Library.Journal;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Listeners;

/// <summary>Keeps histories in the database.</summary>
internal sealed class SqlHistory(LibraryDatabase database) : IHistoryStore
{
    public Task<bool> AddAsync(
        string listenerId, string trackId, PlayEvent playEvent, double? positionSeconds, CancellationToken cancellationToken = default) => database.WriteAsync(
            WriteLane.Listeners,
            // The consent is part of the statement: it cannot be withdrawn between a look and a write.
            (connection, transaction) =>
            {
                var now = database.Time.GetUtcNow();
                connection.Execute(
                    "DELETE FROM play_history WHERE listener_id = @listenerId AND at < @oldest",
                    new { listenerId, oldest = StoredTime.Of(now.AddDays(-IMoodStore.HistoryDays)) }, transaction);
                return connection.Execute(
                    """
                    INSERT INTO play_history (listener_id, track_id, event, at, position_seconds, title, artist)
                    SELECT l.id, @trackId, @name, @at, @positionSeconds, t.title, t.artist
                    FROM listeners l LEFT JOIN tracks t ON t.id = @trackId WHERE l.id = @listenerId AND l.keep_history = 1
                    """,
                    new { listenerId, trackId, name = NameOf(playEvent), at = StoredTime.Of(now), positionSeconds }, transaction) > 0;
            },
            cancellationToken);

    public Task<IReadOnlyList<Play>> ListAsync(string listenerId, int limit = 50, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return database.ReadAsync(
            connection => (IReadOnlyList<Play>)[.. connection.Query<Row>(
                """
                SELECT track_id AS TrackId, event AS Event, at AS At, position_seconds AS PositionSeconds
                FROM play_history WHERE listener_id = @listenerId ORDER BY row DESC LIMIT @limit
                """,
                new { listenerId, limit }).Select(r => r.ToPlay())],
            cancellationToken);
    }

    public Task<int> EraseAsync(string listenerId, CancellationToken cancellationToken = default) => database.EraseAsync(
        (connection, transaction) => connection.Execute("DELETE FROM play_history WHERE listener_id = @listenerId", new { listenerId }, transaction),
        cancellationToken);

    internal static string NameOf(PlayEvent playEvent) => playEvent switch
    {
        PlayEvent.Started => "started",
        PlayEvent.Finished => "finished",
        PlayEvent.Skipped => "skipped",
        _ => throw new ArgumentOutOfRangeException(nameof(playEvent), playEvent, "Expected started, finished or skipped."),
    };

    private sealed record Row
    {
        public string TrackId { get; init; } = "";

        public string Event { get; init; } = "";

        public string At { get; init; } = "";

        public double? PositionSeconds { get; init; }

        public Play ToPlay() => new(TrackId, Enum.Parse<PlayEvent>(Event, ignoreCase: true), StoredTime.Read(At), PositionSeconds);
    }
}
