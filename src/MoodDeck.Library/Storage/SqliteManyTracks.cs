using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;
using SQLitePCL;

namespace MoodDeck.Library.Storage;

/// <summary>
/// Many new tracks in SQLite. Each is one plain insertion, bound by number: what may meet a conflict is journalled row by row. The trigrams of
/// all are written by one statement at the end: from a trigger, which brings the full-text index to a rest after each, they take ten times
/// as long. A transaction that is rolled back brings the triggers back.
/// </summary>
internal sealed class SqliteManyTracks : IManyTracks
{
    // The full-text index gathers so many bytes before it writes them down; the less often, the less there is to be merged.
    private const int UsualHashBytes = 1 << 20, HashBytes = 16 << 20;

    // The pages of the indexes of a million tracks; what does not fit is written to the log and read back over and over.
    private const int CacheKibibytes = 256 * 1024;

    // From so many new tracks on it is quicker to sort an index once than to put each into its place.
    private const int FewestToSort = 20_000;

    // What an import looks tracks up by stays: their ids, their keys and their files.
    private static readonly string[] s_sortable = ["tracks_by_artist", "tracks_by_language", "tracks_by_genre"];

    private const string Added = "tracks_after_insert", Retitled = "tracks_after_retitle";
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly TrackWriter _writer;
    private readonly (string Added, string Retitled) _triggers;
    private readonly long _last;
    private readonly sqlite3_stmt _insert;
    private readonly List<string> _indexes = [];
    private readonly object?[] _bound;
    private byte[] _text = new byte[1024];

    public SqliteManyTracks(SqliteConnection connection, SqliteTransaction transaction, TrackWriter writer, int expected)
    {
        (_connection, _transaction, _writer) = (connection, transaction, writer);
        _triggers = (Sql("trigger", Added), Sql("trigger", Retitled));
        _last = connection.ExecuteScalar<long>("SELECT coalesce(max(row), 0) FROM tracks", transaction: transaction);
        Execute(FormattableString.Invariant($"PRAGMA cache_size = -{CacheKibibytes}; PRAGMA threads = 2"));
        Drop();
        // A track that is in the full-text index is kept up there; a new one will be entered as it is at the end.
        Execute(_triggers.Retitled.Replace(" WHEN ", FormattableString.Invariant($" WHEN old.row <= {_last} AND "), StringComparison.Ordinal));
        if (expected >= Math.Max(FewestToSort, connection.ExecuteScalar<long>("SELECT count(*) FROM tracks", transaction: transaction))) DropIndexes();

        var names = TrackWriter.Columns.Names;
        _bound = new object?[names.Count + 2];
        Check(raw.sqlite3_prepare_v2(
            connection.Handle,
            $"INSERT INTO tracks ({string.Join(", ", names)}, added_at, updated_at) VALUES ({string.Join(", ", names.Select(_ => "?"))}, ?{names.Count + 1}, ?{names.Count + 1})",
            out _insert));
        Bind(names.Count + 1, writer.Now);
    }

    public void Add(Track track, string externalKey, TrackKeys keys)
    {
        var values = TrackWriter.Columns.ValuesOf(track, externalKey, keys);
        for (var i = 0; i < values.Length; i++) Bind(i + 1, values[i]);
        var code = raw.sqlite3_step(_insert);
        if (code != raw.SQLITE_DONE) Check(code);
        Check(raw.sqlite3_reset(_insert));
        _writer.MarkChanged();
    }

    public void Complete()
    {
        SetHashBytes(HashBytes);
        Execute($"INSERT INTO track_search (rowid, search_text) SELECT row, search_text FROM tracks WHERE row > {_last} ORDER BY row");
        SetHashBytes(UsualHashBytes);
        foreach (var index in _indexes) Execute(index);
        Drop();
        Execute(_triggers.Added);
        Execute(_triggers.Retitled);
    }

    public void Dispose() => _insert.Dispose();

    private void Bind(int place, object? value)
    {
        if (Equals(_bound[place], value)) return; // bound before, such as the source and what is unknown
        _bound[place] = value;
        Check(value switch
        {
            null => raw.sqlite3_bind_null(_insert, place),
            "" => raw.sqlite3_bind_text(_insert, place, ""), // no bytes at all would be bound as NULL
            string text => raw.sqlite3_bind_text(_insert, place, Utf8(text)),
            double number => raw.sqlite3_bind_double(_insert, place, number),
            int number => raw.sqlite3_bind_int(_insert, place, number),
            _ => throw new NotSupportedException($"A track has no value of type {value.GetType()}."),
        });
    }

    private ReadOnlySpan<byte> Utf8(string text)
    {
        if (Encoding.UTF8.GetMaxByteCount(text.Length) > _text.Length) _text = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        return _text.AsSpan(0, Encoding.UTF8.GetBytes(text, _text));
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(code, _connection.Handle);
    }

    private string Sql(string type, string name) =>
        _connection.ExecuteScalar<string>("SELECT sql FROM sqlite_master WHERE type = @type AND name = @name", new { type, name }, _transaction)
        ?? throw new InvalidOperationException($"The database has no {type} {name}.");

    private void DropIndexes()
    {
        foreach (var name in s_sortable)
        {
            _indexes.Add(Sql("index", name));
            Execute($"DROP INDEX {name}");
        }
    }

    private void SetHashBytes(int bytes) => Execute($"INSERT INTO track_search (track_search, rank) VALUES ('hashsize', {bytes})");

    private void Drop()
    {
        Execute($"DROP TRIGGER IF EXISTS {Added}");
        Execute($"DROP TRIGGER IF EXISTS {Retitled}");
    }

    private void Execute(string sql) => _connection.Execute(sql, transaction: _transaction);
}
