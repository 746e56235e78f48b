using System.Data;
using System.Data.Common;
using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Import;

/// <summary>A track as it is in the catalogue.</summary>
/// <param name="Track">The track.</param>
/// <param name="Key">What its source knows it by.</param>
internal sealed record StoredTrack(Track Track, string Key);

/// <summary>Looks tracks up inside one transaction, with statements prepared once.</summary>
internal sealed class StoredTracks : IDisposable
{
    private readonly DbCommand _byId;
    private readonly DbCommand _byPath;
    private readonly DbCommand _byKey;

    public StoredTracks(DbConnection connection, DbTransaction transaction)
    {
        _byId = Command("id = @value");
        _byPath = Command("path = @value");
        _byKey = Command("external_key = @value AND source = @source");
        _byKey.Add("@source", DbType.String);

        DbCommand Command(string condition)
        {
            var command = connection.Command($"SELECT {TrackRow.Columns}, external_key FROM tracks WHERE {condition} LIMIT 1", transaction);
            command.Add("@value", DbType.String);
            return command;
        }
    }

    /// <summary>The track of that id; null when there is none.</summary>
    public StoredTrack? ById(string id) => Read(_byId, id);

    /// <summary>A track whose file that is; null when none is.</summary>
    public StoredTrack? ByPath(string path) => Read(_byPath, path);

    /// <summary>The track that its source knows by a key; null when there is none.</summary>
    public StoredTrack? ByKey(TrackSource source, string key)
    {
        _byKey.Parameters[1].Value = TrackSources.NameOf(source);
        return Read(_byKey, key);
    }

    public void Dispose()
    {
        _byKey.Dispose();
        _byId.Dispose();
        _byPath.Dispose();
    }

    private static StoredTrack? Read(DbCommand command, string value)
    {
        command.Parameters[0].Value = value;
        using var row = command.ExecuteReader();
        return row.Read() ? new(TrackRow.Read(row), row.GetString(row.FieldCount - 1)) : null;
    }
}
