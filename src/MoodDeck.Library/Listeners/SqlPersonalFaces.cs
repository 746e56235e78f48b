using System.Data.Common;
using Dapper;
using MoodDeck.Core.Mood;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Listeners;

/// <summary>Keeps listeners' faces in the database.</summary>
internal sealed class SqlPersonalFaces(LibraryDatabase database) : IPersonalFaceStore
{
    private const string SelectRests =
        "SELECT model_id AS ModelId, at AS At, readings AS Readings, log_scores AS Scores, embedding AS Embedding FROM resting_faces";

    private const string CorrectionColumns = "id AS Id, model_id AS ModelId, at AS At, label AS Label, scores AS Scores, embedding AS Embedding";

    public Task<ListenerFace?> FindAsync(string listenerId, CancellationToken cancellationToken = default) => database.SnapshotAsync(
        // So that a correction is never seen without what came before it.
        (connection, snapshot) =>
        {
            if (!Exists(connection, snapshot, listenerId)) return null;
            var rests = connection.Query<FaceRow>(SelectRests + " WHERE listener_id = @listenerId ORDER BY at", new { listenerId }, snapshot);
            var corrections = connection.Query<FaceRow>(
                $"SELECT {CorrectionColumns} FROM face_corrections WHERE listener_id = @listenerId ORDER BY id", new { listenerId }, snapshot);
            return new ListenerFace([.. rests.Select(r => r.ToRest())], [.. corrections.Select(c => c.ToCorrection())]);
        },
        cancellationToken);

    public Task<string?> StampAsync(string listenerId, CancellationToken cancellationToken = default) => database.ReadAsync(
        connection => connection.QuerySingleOrDefault<string>(
            """
            SELECT (SELECT count(*) || '/' || coalesce(max(id), 0) FROM face_corrections WHERE listener_id = l.id)
                || ' ' || (SELECT count(*) || '/' || coalesce(max(at), '') FROM resting_faces WHERE listener_id = l.id)
            FROM listeners l WHERE l.id = @listenerId
            """,
            new { listenerId }),
        cancellationToken);

    public Task<bool> StoreRestAsync(string listenerId, FaceAtRest face, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(face);
        return database.WriteAsync(
            WriteLane.Listeners,
            (connection, transaction) => connection.Execute(
                """
                INSERT INTO resting_faces (listener_id, model_id, at, readings, log_scores, embedding)
                SELECT id, @ModelId, @at, @Readings, @scores, @embedding FROM listeners WHERE id = @listenerId
                ON CONFLICT (listener_id, model_id) DO UPDATE
                SET at = excluded.at, readings = excluded.readings, log_scores = excluded.log_scores, embedding = excluded.embedding
                """,
                new { listenerId, face.ModelId, at = Now(), face.Readings, scores = Blobs.Of(face.LogScores), embedding = Blobs.Of(face.Embedding.Span) }, transaction) > 0,
            cancellationToken);
    }

    public Task<int> EraseRestAsync(string listenerId, CancellationToken cancellationToken = default) => database.EraseAsync(
        (connection, transaction) => connection.Execute("DELETE FROM resting_faces WHERE listener_id = @listenerId", new { listenerId }, transaction), cancellationToken);

    public Task<StoredCorrection?> AddCorrectionAsync(string listenerId, CorrectedFace face, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(face);
        if (face.Embedding.IsEmpty) throw new ArgumentException("A correction needs an embedding.", nameof(face));
        return database.WriteAsync(WriteLane.Listeners, (connection, transaction) => Add(connection, transaction, listenerId, face), cancellationToken);
    }

    public Task<StoredCorrection?> EraseCorrectionAsync(string listenerId, long? id, CancellationToken cancellationToken = default) => database.EraseAsync(
        (connection, transaction) => connection.QuerySingleOrDefault<FaceRow>(
            $"""
            DELETE FROM face_corrections
            WHERE listener_id = @listenerId AND id = coalesce(@id, (SELECT max(id) FROM face_corrections WHERE listener_id = @listenerId))
            RETURNING {CorrectionColumns}
            """,
            new { listenerId, id }, transaction)?.ToCorrection(),
        cancellationToken);

    public Task<int> EraseCorrectionsAsync(string listenerId, CancellationToken cancellationToken = default) => database.EraseAsync(
        (connection, transaction) => connection.Execute("DELETE FROM face_corrections WHERE listener_id = @listenerId", new { listenerId }, transaction), cancellationToken);

    private static bool Exists(DbConnection connection, DbTransaction transaction, string listenerId) =>
        connection.ExecuteScalar<long>("SELECT count(*) FROM listeners WHERE id = @listenerId", new { listenerId }, transaction) > 0;

    private StoredCorrection? Add(DbConnection connection, DbTransaction transaction, string listenerId, CorrectedFace face)
    {
        var added = connection.QuerySingleOrDefault<FaceRow>(
            $"""
            INSERT INTO face_corrections (listener_id, model_id, at, label, scores, embedding)
            SELECT id, @ModelId, @at, @label, @scores, @embedding FROM listeners WHERE id = @listenerId
            RETURNING {CorrectionColumns}
            """,
            new { listenerId, face.ModelId, at = Now(), label = Emotions.NameOf(face.Label), scores = Blobs.Of(face.Said), embedding = Blobs.Of(face.Embedding.Span) },
            transaction);
        connection.Execute(
            """
            DELETE FROM face_corrections WHERE listener_id = @listenerId AND model_id = @ModelId AND id <=
                (SELECT id FROM face_corrections WHERE listener_id = @listenerId AND model_id = @ModelId ORDER BY id DESC LIMIT 1 OFFSET @most)
            """,
            new { listenerId, face.ModelId, most = IPersonalFaceStore.MostCorrections }, transaction);
        return added?.ToCorrection();
    }

    private string Now() => StoredTime.Of(database.Time.GetUtcNow());
}
