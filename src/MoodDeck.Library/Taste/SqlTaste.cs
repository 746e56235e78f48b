using System.Data.Common;
using System.Globalization;
using Dapper;
using MoodDeck.Core.Music;
using MoodDeck.Library.Storage;
using MoodDeck.Recommend.Taste;

namespace MoodDeck.Library.Taste;

/// <summary>Keeps tastes in the database.</summary>
internal sealed class SqlTaste(LibraryDatabase database) : ITasteStore
{
    public Task<TasteState?> StateAsync(string listenerId, CancellationToken cancellationToken = default) =>
        database.SnapshotAsync((connection, snapshot) => StateOf(connection, snapshot, listenerId), cancellationToken);

    public Task<IReadOnlyList<Lesson>> LessonsAsync(string listenerId, CancellationToken cancellationToken = default) => database.ReadAsync<IReadOnlyList<Lesson>>(
        connection =>
        [
            .. connection.Query<LessonRow>(
                $"SELECT {LessonRow.Columns} FROM taste_lessons WHERE listener_id = @listenerId ORDER BY id DESC LIMIT {TasteModel.MostLessons}", new { listenerId })
                .Select(r => r.ToLesson()).Reverse(),
        ],
        cancellationToken);

    public Task<PlayMemory> PlaysAsync(string listenerId, CancellationToken cancellationToken = default) => database.SnapshotAsync(
        (connection, snapshot) => new PlayMemory(
            [.. connection.Query<(string, string)>(
                $"SELECT track_id, artist_key FROM taste_plays WHERE listener_id = @listenerId ORDER BY turn DESC LIMIT {PlayMemory.Span}", new { listenerId }, snapshot)],
            connection.Query<string>("SELECT DISTINCT artist_key FROM taste_plays WHERE listener_id = @listenerId AND artist_key <> ''", new { listenerId }, snapshot)
                .ToHashSet(StringComparer.Ordinal)),
        cancellationToken);

    public Task<IReadOnlyList<PlayCount>> PlayCountsAsync(string listenerId, CancellationToken cancellationToken = default) => database.ReadAsync<IReadOnlyList<PlayCount>>(
        connection =>
        [
            .. connection.Query<(string TrackId, long Plays, string LastDay)>(
                "SELECT track_id, plays, last_day FROM taste_plays WHERE listener_id = @listenerId ORDER BY turn", new { listenerId })
                .Select(p => new PlayCount(p.TrackId, (int)p.Plays, DateOnly.ParseExact(p.LastDay, "yyyy-MM-dd", CultureInfo.InvariantCulture))),
        ],
        cancellationToken);

    public Task<TasteState?> AddAsync(string listenerId, Lesson lesson, string? trackId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        return database.WriteAsync(
            WriteLane.Listeners,
            (connection, transaction) =>
            {
                if (StateOf(connection, transaction, listenerId) is not { Learns: true } state) return null;
                connection.Execute(LessonRow.Insert, LessonRow.Of(listenerId, lesson), transaction);
                connection.Execute(
                    $"""
                    DELETE FROM taste_lessons WHERE listener_id = @listenerId AND id <=
                        (SELECT id FROM taste_lessons WHERE listener_id = @listenerId ORDER BY id DESC LIMIT 1 OFFSET {TasteModel.MostLessons})
                    """,
                    new { listenerId }, transaction);
                if (trackId is not null) AddPlay(connection, transaction, listenerId, trackId, lesson.Artist, state.LastTurn + 1);
                return StateOf(connection, transaction, listenerId);
            },
            cancellationToken);
    }

    public Task<bool> SetLearnsAsync(string listenerId, bool learns, CancellationToken cancellationToken = default) => database.WriteAsync(
        WriteLane.Listeners,
        (connection, transaction) => connection.Execute("UPDATE listeners SET learns = @learns WHERE id = @listenerId", new { listenerId, learns = learns ? 1 : 0 }, transaction) > 0,
        cancellationToken);

    public Task<int> ForgetAsync(string listenerId, TasteNames of, string name, CancellationToken cancellationToken = default)
    {
        var (column, key) = of switch
        {
            TasteNames.Artist => ("artist_key", FoldedText.FoldArtist(name)),
            TasteNames.Genre => ("genre_key", FoldedText.Fold(name)),
            _ => ("language", FoldedText.Fold(name)),
        };
        ArgumentException.ThrowIfNullOrEmpty(key, nameof(name));
        return database.EraseAsync(
            (connection, transaction) =>
            {
                if (of == TasteNames.Artist) connection.Execute("DELETE FROM taste_plays WHERE listener_id = @listenerId AND artist_key = @key", new { listenerId, key }, transaction);
                return connection.Execute($"DELETE FROM taste_lessons WHERE listener_id = @listenerId AND {column} = @key", new { listenerId, key }, transaction);
            },
            cancellationToken);
    }

    public Task<int> EraseAsync(string listenerId, CancellationToken cancellationToken = default) => database.EraseAsync(
        (connection, transaction) =>
        {
            connection.Execute("DELETE FROM taste_plays WHERE listener_id = @listenerId", new { listenerId }, transaction);
            return connection.Execute("DELETE FROM taste_lessons WHERE listener_id = @listenerId", new { listenerId }, transaction);
        },
        cancellationToken);

    private void AddPlay(DbConnection connection, DbTransaction transaction, string listenerId, string trackId, string artist, long turn) => connection.Execute(
        """
        INSERT INTO taste_plays (listener_id, track_id, artist_key, plays, last_day, turn) VALUES (@listenerId, @trackId, @artist, 1, @day, @turn)
        ON CONFLICT (listener_id, track_id) DO UPDATE SET
            artist_key = excluded.artist_key, plays = taste_plays.plays + 1, last_day = excluded.last_day, turn = excluded.turn
        """,
        new { listenerId, trackId, artist, turn, day = database.Time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }, transaction);

    private static TasteState? StateOf(DbConnection connection, DbTransaction transaction, string listenerId)
    {
        var (learns, lesson, turn, lessons) = connection.QuerySingle<(long?, long, long, long)>(
            """
            SELECT (SELECT learns FROM listeners WHERE id = @listenerId),
                   (SELECT coalesce(max(id), 0) FROM taste_lessons WHERE listener_id = @listenerId),
                   (SELECT coalesce(max(turn), 0) FROM taste_plays WHERE listener_id = @listenerId),
                   (SELECT count(*) FROM taste_lessons WHERE listener_id = @listenerId)
            """,
            new { listenerId }, transaction);
        return learns is { } l ? new(l != 0, lesson, turn, lessons) : null;
    }
}
