using Dapper;
using Microsoft.Data.Sqlite;
using MoodDeck.Audio.Listening;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Sound;

/// <summary>Keeps what was heard in the database.</summary>
internal sealed class SqliteTrackSounds(LibraryDatabase database) : ITrackSounds
{
    public Task<TrackSound?> FindAsync(string trackId, CancellationToken cancellationToken = default) => database.ReadAsync(
        connection => connection.QueryFirstOrDefault<SoundRow>($"SELECT {SoundRow.Columns} FROM track_sound WHERE track_id = @trackId", new { trackId })?.ToSound(),
        cancellationToken);

    public Task<IReadOnlyDictionary<string, string?>> ModelsAsync(CancellationToken cancellationToken = default) => database.ReadAsync<IReadOnlyDictionary<string, string?>>(
        connection => connection.Query<(string TrackId, string? Model)>("SELECT track_id, mood_model FROM track_sound")
            .ToDictionary(r => r.TrackId, r => r.Model, StringComparer.Ordinal),
        cancellationToken);

    /// <summary>Stores what was heard; what was measured of the whole file stays only where <paramref name="isSameSound"/>.</summary>
    internal static void Save(SqliteConnection connection, SqliteTransaction transaction, string trackId, TrackSound sound, bool isSameSound)
    {
        if (!isSameSound) connection.Execute("DELETE FROM track_sound WHERE track_id = @trackId", new { trackId }, transaction);
        connection.Execute(SoundRow.Upsert, SoundRow.Of(trackId, sound), transaction);
    }

    /// <summary>Stores how the loudness of the whole file runs.</summary>
    internal static void SaveCourse(SqliteConnection connection, SqliteTransaction transaction, string trackId, LoudnessCourse course, DateTimeOffset at) =>
        connection.Execute(
            "UPDATE track_sound SET measured_at = @at, loudness_range = @RangeLu, curve_step_seconds = @StepSeconds, curve = @curve WHERE track_id = @trackId",
            new { trackId, at = StoredTime.Of(at), course.RangeLu, course.StepSeconds, curve = Blobs.Of([.. course.Lufs]) }, transaction);

    /// <summary>Whether all of a track's file was measured.</summary>
    internal static bool IsMeasured(SqliteConnection connection, SqliteTransaction transaction, string trackId) => connection.ExecuteScalar<long>(
        "SELECT count(*) FROM track_sound WHERE track_id = @trackId AND measured_at IS NOT NULL", new { trackId }, transaction) > 0;

    /// <summary>The tracks whose mood another model told than the one of that name, from what this version of the listening heard.</summary>
    internal static IReadOnlyList<(string TrackId, TrackFeatures Features)> ToldByOthers(SqliteConnection connection, string model, int most) =>
    [
        .. connection.Query<SoundRow>(
            $"SELECT {SoundRow.Columns} FROM track_sound WHERE mood_model IS NOT NULL AND mood_model <> @model AND listening = @listening LIMIT @most",
            new { model, listening = TrackListener.Version, most }).Select(r => (r.TrackId, r.ToSound().Features)),
    ];
}
