using System.Data.Common;
using Dapper;
using MoodDeck.Audio.Listening;
using MoodDeck.Library.Storage;
using MoodDeck.Recommend.Groups;

namespace MoodDeck.Library.Sound;

/// <summary>Keeps what was heard in the database.</summary>
internal sealed class SqlTrackSounds(LibraryDatabase database) : ITrackSounds
{
    private const int IdsAtOnce = 500;

    public Task<TrackSound?> FindAsync(string trackId, CancellationToken cancellationToken = default) => database.ReadAsync(
        connection => connection.QueryFirstOrDefault<SoundRow>($"SELECT {SoundRow.Columns} FROM track_sound WHERE track_id = @trackId", new { trackId })?.ToSound(),
        cancellationToken);

    public Task<IReadOnlyDictionary<string, string?>> ModelsAsync(CancellationToken cancellationToken = default) => database.ReadAsync<IReadOnlyDictionary<string, string?>>(
        connection => connection.Query<(string TrackId, string? Model)>("SELECT track_id, mood_model FROM track_sound")
            .ToDictionary(r => r.TrackId, r => r.Model, StringComparer.Ordinal),
        cancellationToken);

    public Task<IReadOnlyDictionary<string, TrackTone>> TonesAsync(IReadOnlyList<string> trackIds, CancellationToken cancellationToken = default) => database.ReadAsync<IReadOnlyDictionary<string, TrackTone>>(
        connection => trackIds.Chunk(IdsAtOnce).SelectMany(ids => Tones(connection, ids)).ToDictionary(r => r.TrackId, r => r.Tone, StringComparer.Ordinal),
        cancellationToken);

    /// <summary>Stores what was heard; what was measured of the whole file stays only where <paramref name="isSameSound"/>.</summary>
    internal static void Save(DbConnection connection, DbTransaction transaction, string trackId, TrackSound sound, bool isSameSound)
    {
        if (!isSameSound) connection.Execute("DELETE FROM track_sound WHERE track_id = @trackId", new { trackId }, transaction);
        connection.Execute(SoundRow.Upsert, SoundRow.Of(trackId, sound), transaction);
    }

    /// <summary>Stores how the loudness of the whole file runs.</summary>
    internal static void SaveCourse(DbConnection connection, DbTransaction transaction, string trackId, LoudnessCourse course, DateTimeOffset at) =>
        connection.Execute(
            "UPDATE track_sound SET measured_at = @at, loudness_range = @RangeLu, curve_step_seconds = @StepSeconds, curve = @curve WHERE track_id = @trackId",
            new { trackId, at = StoredTime.Of(at), course.RangeLu, course.StepSeconds, curve = Blobs.Of([.. course.Lufs]) }, transaction);

    /// <summary>Whether all of a track's file was measured.</summary>
    internal static bool IsMeasured(DbConnection connection, DbTransaction transaction, string trackId) => connection.ExecuteScalar<long>(
        "SELECT count(*) FROM track_sound WHERE track_id = @trackId AND measured_at IS NOT NULL", new { trackId }, transaction) > 0;

    /// <summary>The tracks whose mood another model told than the one of that name, from what this version of the listening heard.</summary>
    internal static IReadOnlyList<(string TrackId, TrackFeatures Features)> ToldByOthers(DbConnection connection, string model, int most) =>
    [
        .. connection.Query<SoundRow>(
            $"SELECT {SoundRow.Columns} FROM track_sound WHERE mood_model IS NOT NULL AND mood_model <> @model AND listening = @listening LIMIT @most",
            new { model, listening = TrackListener.Version, most }).Select(r => (r.TrackId, r.ToSound().Features)),
    ];

    private static IEnumerable<(string TrackId, TrackTone Tone)> Tones(DbConnection connection, string[] ids)
    {
        DynamicParameters parameters = new();
        return connection.Query<(string TrackId, double Tempo, double Spread, double Centroid, double Onsets, double Majorness)>(
            $"SELECT track_id, tempo_bpm, loudness_spread_db, centroid_hertz, onsets_per_second, majorness FROM track_sound WHERE track_id IN {parameters.AddList("id", ids)}",
            parameters).Select(r => (r.TrackId, new TrackTone(r.Tempo, r.Spread, r.Centroid, r.Onsets, r.Majorness)));
    }
}
