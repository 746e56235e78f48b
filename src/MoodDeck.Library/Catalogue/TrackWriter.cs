using System.Data;
using System.Data.Common;
using Dapper;
using MoodDeck.Core.Music;
using MoodDeck.Library.Storage;

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
    private static readonly (string Name, DbType Type)[] Values =
    [
        ("source", DbType.String), ("external_key", DbType.String), ("title", DbType.String), ("artist", DbType.String), ("album", DbType.String),
        ("year", DbType.Int32), ("language", DbType.String), ("genre", DbType.String), ("duration_seconds", DbType.Double), ("valence", DbType.Double),
        ("arousal", DbType.Double), ("dominance", DbType.Double), ("valence_sigma", DbType.Double), ("arousal_sigma", DbType.Double),
        ("dominance_sigma", DbType.Double), ("path", DbType.String), ("artwork_id", DbType.String), ("loudness_lufs", DbType.Double),
        ("true_peak_db", DbType.Double), ("track_number", DbType.Int32), ("disc_number", DbType.Int32), ("artist_key", DbType.String),
        ("genre_key", DbType.String), ("search_text", DbType.String),
    ];

    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;
    private readonly DbCommand _find;
    private readonly DbCommand _upsert;
    private readonly DbParameter[] _parameters;
    private bool _changed;

    public TrackWriter(DbConnection connection, DbTransaction transaction, TimeProvider time)
    {
        (_connection, _transaction) = (connection, transaction);
        _find = connection.Command("SELECT source, external_key FROM tracks WHERE id = @id", transaction);
        _find.Add("@id", DbType.String);

        _upsert = connection.Command(
            $"INSERT INTO tracks (id, added_at, updated_at, {List("")}) VALUES (@id, @now, @now, {List("@")}) " +
            $"ON CONFLICT (id) DO UPDATE SET updated_at = @now, {string.Join(", ", Values.Select(v => $"{v.Name} = excluded.{v.Name}"))} " +
            $"WHERE ({List("tracks.")}) IS DISTINCT FROM ({List("excluded.")})",
            transaction);
        Now = StoredTime.Of(time.GetUtcNow());
        _upsert.Add("@now", Now);
        _parameters = [.. Values.Prepend(("id", DbType.String)).Select(v => _upsert.Add("@" + v.Item1, v.Item2))];
    }

    /// <summary>When it writes, as that is stored.</summary>
    public string Now { get; }

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
        Bind(track, externalKey, TrackKeys.Of(track));
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

    /// <summary>Says that something changed that is known of a track but not kept with it.</summary>
    public void MarkChanged() => _changed = true;

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

    /// <summary>The columns of a new track and their values, in one order.</summary>
    public static (IReadOnlyList<string> Names, Func<Track, string, TrackKeys, object?[]> ValuesOf) Columns { get; } =
        ([.. Values.Select(v => v.Name).Prepend("id")], ValuesOf);

    private void Bind(Track track, string externalKey, TrackKeys keys)
    {
        var values = ValuesOf(track, externalKey, keys);
        for (var i = 0; i < values.Length; i++) _parameters[i].Value = values[i] ?? DBNull.Value;
    }

    private static object?[] ValuesOf(Track track, string externalKey, TrackKeys keys)
    {
        var (mean, sigma) = (track.Mood.Mean.Clamp(), track.Mood.Sigma);
        return
        [
            track.Id, TrackSources.NameOf(track.Source), StoredText.Of(externalKey), StoredText.Of(track.Title), StoredText.Of(track.Artist),
            StoredText.Of(track.Album), track.Year, StoredText.Of(track.Language), StoredText.Of(track.Genre), Number(track.DurationSeconds),
            mean.Valence, mean.Arousal, mean.Dominance, sigma.Valence, sigma.Arousal, sigma.Dominance,
            track.Path, track.ArtworkId, Number(track.Loudness?.IntegratedLufs), Number(track.Loudness?.TruePeakDb), track.TrackNumber, track.DiscNumber,
            StoredText.Of(keys.Artist), StoredText.Of(keys.Genre), StoredText.Of(keys.Search),
        ];
    }

    private static double? Number(double? value) => value is double.NaN ? null : value;

    private static string List(string prefix) => string.Join(", ", Values.Select(v => prefix + v.Name));
}
