using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using MoodDeck.Core.Music;

namespace MoodDeck.Library.Catalogue;

/// <summary>What became of a track that was written.</summary>
internal enum WriteOutcome
{
    /// <summary>It was not there before.</summary>
    Added,
    /// <summary>It was there and differed.</summary>
    Updated,
    /// <summary>It was there as it is.</summary>
    Unchanged,
}

/// <summary>Writes tracks inside one transaction, with statements prepared once. Call <see cref="Complete"/> before the commit.</summary>
internal sealed class TrackWriter : IDisposable
{
    // Compared to tell a change from a repeat, and set on a change.
    private static readonly string[] Values =
    [
        "source", "external_key", "title", "artist", "album", "year", "language", "genre", "duration_seconds", "valence", "arousal",
        "dominance", "valence_sigma", "arousal_sigma", "dominance_sigma", "path", "artwork_id", "loudness_lufs",
        "true_peak_db", "track_number", "disc_number", "artist_key", "genre_key", "search_text",
    ];

    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly SqliteCommand _find;
    private readonly SqliteCommand _upsert;
    private readonly SqliteParameter[] _parameters;
    private bool _changed;

    public TrackWriter(SqliteConnection connection, SqliteTransaction transaction, TimeProvider time)
    {
        (_connection, _transaction) = (connection, transaction);
        _find = Command("SELECT source, external_key FROM tracks WHERE id = $id");
        _find.Parameters.Add("$id", SqliteType.Text);

        _upsert = Command(
            $"INSERT INTO tracks (id, added_at, updated_at, {string.Join(", ", Values)}) VALUES ($id, $now, $now, {List("$")}) " +
            $"ON CONFLICT (id) DO UPDATE SET updated_at = $now, {string.Join(", ", Values.Select(v => $"{v} = excluded.{v}"))} " +
            $"WHERE ({List("tracks.")}) IS NOT ({List("excluded.")})");
        _upsert.Parameters.AddWithValue("$now", time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        _parameters = [.. Values.Prepend("id").Select(v => _upsert.Parameters.Add("$" + v, SqliteType.Text))];
    }

    /// <summary>The source and external key of a track; null when there is none of that id.</summary>
    public (TrackSource Source, string Key)? Find(string id)
    {
        _find.Parameters[0].Value = id;
        using var row = _find.ExecuteReader();
        return row.Read() && TrackSources.TryParse(row.GetString(0), out var source) ? (source, row.GetString(1)) : null;
    }

    /// <summary>Adds or updates a track.</summary>
    public WriteOutcome Write(Track track, string externalKey) => Write(track, externalKey, existed: Find(track.Id) is not null);

    /// <summary>The same where the caller has looked already.</summary>
    public WriteOutcome Write(Track track, string externalKey, bool existed)
    {
        Bind(track, externalKey);
        if (_upsert.ExecuteNonQuery() == 0) return WriteOutcome.Unchanged;
        _changed = true;
        return existed ? WriteOutcome.Updated : WriteOutcome.Added;
    }

    /// <summary>Removes a track; false when there was none of that id.</summary>
    public bool Remove(string id)
    {
        var removed = _connection.Execute("DELETE FROM tracks WHERE id = @id", new { id }, _transaction) > 0;
        _changed |= removed;
        return removed;
    }

    /// <summary>Says that a track is played from another file, or from none for now.</summary>
    public void MoveTo(string id, string? path) =>
        _changed |= _connection.Execute("UPDATE tracks SET path = @path WHERE id = @id", new { id, path }, _transaction) > 0;

    /// <summary>Counts the catalogue's version up when anything changed.</summary>
    public void Complete()
    {
        if (!_changed) return;
        CatalogueVersion.Increment(_connection, _transaction);
        _changed = false;
    }

    public void Dispose()
    {
        _find.Dispose();
        _upsert.Dispose();
    }

    private void Bind(Track track, string externalKey)
    {
        var (mean, sigma) = (track.Mood.Mean.Clamp(), track.Mood.Sigma);
        object?[] values =
        [
            track.Id, TrackSources.NameOf(track.Source), externalKey, track.Title, track.Artist, track.Album, track.Year, track.Language,
            track.Genre, track.DurationSeconds, mean.Valence, mean.Arousal, mean.Dominance, sigma.Valence, sigma.Arousal, sigma.Dominance,
            track.Path, track.ArtworkId, track.Loudness?.IntegratedLufs, track.Loudness?.TruePeakDb, track.TrackNumber, track.DiscNumber,
            FoldedText.FoldArtist(track.Artist), FoldedText.Fold(track.Genre), SearchText.Of(track),
        ];
        for (var i = 0; i < values.Length; i++)
        {
            _parameters[i].ResetSqliteType();
            _parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }

    private static string List(string prefix) => string.Join(", ", Values.Select(v => prefix + v));

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = _transaction;
        return command;
    }
}
