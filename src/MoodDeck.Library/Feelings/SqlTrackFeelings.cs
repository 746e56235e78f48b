using Dapper;
using MoodDeck.Core.Mood;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Feelings;

/// <summary>Keeps them in the database.</summary>
internal sealed class SqlTrackFeelings(LibraryDatabase database) : ITrackFeelings
{
    public Task<IReadOnlyDictionary<string, Vad>> ListAsync(string listenerId, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyDictionary<string, Vad>>(
            connection => connection.Query<(string TrackId, double Valence, double Arousal)>(
                "SELECT track_id, valence, arousal FROM track_feelings WHERE listener_id = @listenerId", new { listenerId })
                .ToDictionary(r => r.TrackId, r => new Vad(r.Valence, r.Arousal, 0), StringComparer.Ordinal),
            cancellationToken);

    public Task<bool> SetAsync(string listenerId, string trackId, double valence, double arousal, CancellationToken cancellationToken = default)
    {
        if (!new Vad(valence, arousal, 0).IsInRange) throw new ArgumentException("Valence and arousal must each be between -1 and 1.", nameof(valence));
        return database.WriteAsync(
            WriteLane.Listeners,
            (connection, transaction) => connection.Execute(
                """
                INSERT INTO track_feelings (listener_id, track_id, valence, arousal, at)
                SELECT l.id, t.id, @valence, @arousal, @at FROM listeners l, tracks t WHERE l.id = @listenerId AND t.id = @trackId
                ON CONFLICT (listener_id, track_id) DO UPDATE SET valence = excluded.valence, arousal = excluded.arousal, at = excluded.at
                """,
                new { listenerId, trackId, valence, arousal, at = StoredTime.Of(database.Time.GetUtcNow()) }, transaction) > 0,
            cancellationToken);
    }

    public Task RemoveAsync(string listenerId, string trackId, CancellationToken cancellationToken = default) => database.EraseAsync(
        (connection, transaction) => connection.Execute(
            "DELETE FROM track_feelings WHERE listener_id = @listenerId AND track_id = @trackId", new { listenerId, trackId }, transaction),
        cancellationToken);
}
