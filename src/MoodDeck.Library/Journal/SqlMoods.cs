using System.Data;
using System.Data.Common;
using Dapper;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Journal;

/// <summary>Keeps readings of moods in the database.</summary>
internal sealed class SqlMoods(LibraryDatabase database) : IMoodStore
{
    public Task<int> AddAsync(string listenerId, IReadOnlyList<MoodEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (entries.Count == 0) return Task.FromResult(0);
        return database.WriteAsync(WriteLane.Listeners, (connection, transaction) => Add(connection, transaction, listenerId, entries), cancellationToken);
    }

    public Task<DateTimeOffset?> OldestAsync(string listenerId, CancellationToken cancellationToken = default) => database.ReadAsync(
        connection =>
        {
            var reading = connection.ExecuteScalar<long?>("SELECT at_ms FROM mood_readings WHERE listener_id = @listenerId ORDER BY step LIMIT 1", new { listenerId });
            var play = connection.ExecuteScalar<string?>("SELECT min(at) FROM play_history WHERE listener_id = @listenerId", new { listenerId });
            DateTimeOffset?[] times = [reading is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null, play is null ? null : StoredTime.Read(play)];
            return times.Min();
        },
        cancellationToken);

    public Task<ErasedHistory> EraseAsync(string listenerId, DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancellationToken = default) => database.EraseAsync(
        (connection, transaction) =>
        {
            var (fromMs, toMs) = (from?.ToUnixTimeMilliseconds() ?? 0, to?.ToUnixTimeMilliseconds() ?? long.MaxValue);
            var readings = connection.Execute(
                "DELETE FROM mood_readings WHERE listener_id = @listenerId AND step BETWEEN @first AND @last AND at_ms >= @from AND at_ms < @to",
                new { listenerId, from = fromMs, to = toMs, first = fromMs / IMoodStore.StepMilliseconds, last = toMs / IMoodStore.StepMilliseconds }, transaction);
            var plays = connection.Execute(
                "DELETE FROM play_history WHERE listener_id = @listenerId AND at >= @from AND at < @to",
                new { listenerId, from = from is { } f ? StoredTime.Of(f) : "", to = to is { } t ? StoredTime.Of(t) : "~" }, transaction);
            return new ErasedHistory(readings, plays);
        },
        cancellationToken);

    private int Add(DbConnection connection, DbTransaction transaction, string listenerId, IReadOnlyList<MoodEntry> entries)
    {
        var oldest = database.Time.GetUtcNow().AddDays(-IMoodStore.HistoryDays).ToUnixTimeMilliseconds();
        // The consent is part of the statement: it cannot be withdrawn between a look and a write.
        using var insert = connection.Command(
            """
            INSERT INTO mood_readings (listener_id, step, source, at_ms, valence, arousal, dominance, valence_sigma, arousal_sigma)
            SELECT id, @step, @source, @at, @valence, @arousal, @dominance, @sigmaValence, @sigmaArousal
            FROM listeners WHERE id = @listener AND keep_history = 1
            ON CONFLICT (listener_id, step, source) DO UPDATE SET at_ms = excluded.at_ms, valence = excluded.valence, arousal = excluded.arousal,
                dominance = excluded.dominance, valence_sigma = excluded.valence_sigma, arousal_sigma = excluded.arousal_sigma
            WHERE excluded.at_ms >= mood_readings.at_ms
            """,
            transaction);
        insert.Add("@listener", listenerId);
        DbParameter[] values =
        [
            insert.Add("@step", DbType.Int64), insert.Add("@source", DbType.String), insert.Add("@at", DbType.Int64), insert.Add("@valence", DbType.Double),
            insert.Add("@arousal", DbType.Double), insert.Add("@dominance", DbType.Double), insert.Add("@sigmaValence", DbType.Double),
            insert.Add("@sigmaArousal", DbType.Double),
        ];
        var stored = 0;
        foreach (var entry in entries)
        {
            var at = entry.At.ToUnixTimeMilliseconds();
            if (at < oldest) continue;
            object?[] row =
            [
                Math.DivRem(at, IMoodStore.StepMilliseconds).Quotient, MoodSources.NameOf(entry.Source), at, entry.Valence, entry.Arousal,
                entry.Dominance, entry.SigmaValence, entry.SigmaArousal,
            ];
            for (var i = 0; i < row.Length; i++) values[i].Value = row[i] ?? DBNull.Value;
            stored += insert.ExecuteNonQuery();
        }

        connection.Execute(
            "DELETE FROM mood_readings WHERE listener_id = @listenerId AND step < @step",
            new { listenerId, step = oldest / IMoodStore.StepMilliseconds }, transaction);
        return stored;
    }
}
