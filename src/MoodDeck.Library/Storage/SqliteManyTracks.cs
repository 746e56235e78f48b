using Dapper;
using Microsoft.Data.Sqlite;
using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;
using SQLitePCL;

namespace MoodDeck.Library.Storage;

/// <summary>
/// Many new tracks in SQLite. Each is one plain insertion, bound by place: what may meet a conflict is journalled row by row. Trigrams are
/// entered by statements of their own: from a trigger, which brings the full-text index to a rest after each, they take ten times as long.
/// A transaction that is rolled back brings triggers and indexes back.
/// </summary>
internal sealed class SqliteManyTracks : IManyTracks
{
    // The pages of the indexes of a million tracks; what does not fit is written to the log and read back over and over.
    private const int CacheKibibytes = 256 * 1024;

    // From so many new tracks on it is quicker to sort an index once than to put each into its place.
    private const int FewestToSort = 20_000;

    private const string Added = "tracks_after_insert";

    // What an import looks tracks up by stays: their ids and their files.
    private static readonly string[] s_sortable = ["tracks_by_key", "tracks_by_artist", "tracks_by_language", "tracks_by_genre"];

    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly TrackWriter _writer;
    private readonly SqliteStatement _insert;
    private readonly ISearchEntries _search;
    private readonly List<string> _putOff = [];

    public SqliteManyTracks(SqliteConnection connection, SqliteTransaction transaction, TrackWriter writer, int expected)
    {
        (_connection, _transaction, _writer) = (connection, transaction, writer);
        Execute(FormattableString.Invariant($"PRAGMA cache_size = -{CacheKibibytes}; PRAGMA threads = 2"));
        // Who waits for the import need not wait for that; see LibraryDatabase.TidyAsync.
        Execute("PRAGMA wal_autocheckpoint = 0");
        PutOff("trigger", Added);
        var names = TrackWriter.Columns.Names;
        _insert = new(connection, $"INSERT INTO tracks ({string.Join(", ", names)}, added_at, updated_at) VALUES ({string.Join(", ", names.Select(_ => "?"))}, ?{names.Count + 1}, ?{names.Count + 1})");
        _insert.Bind(names.Count + 1, writer.Now);
        var isMuch = expected >= Math.Max(FewestToSort, connection.ExecuteScalar<long>("SELECT count(*) FROM tracks", transaction: transaction));
        if (isMuch) foreach (var index in s_sortable) PutOff("index", index);
        _search = isMuch ? new SearchBeside(connection, transaction) : new SearchInPlace(connection, transaction);
    }

    public void Add(Track track, string externalKey, TrackKeys keys)
    {
        var values = TrackWriter.Columns.ValuesOf(track, externalKey, keys);
        for (var i = 0; i < values.Length; i++) _insert.Bind(i + 1, values[i]);
        _insert.Run();
        _search.Add(raw.sqlite3_last_insert_rowid(_connection.Handle), StoredText.Of(keys.Search)!);
        _writer.MarkChanged();
    }

    public void Settle()
    {
    }

    public void Complete()
    {
        foreach (var sql in Enumerable.Reverse(_putOff)) Execute(sql);
        _search.Complete();
    }

    public void Dispose()
    {
        _insert.Dispose();
        _search.Dispose();
    }

    // An index may be missing: in databases of before it was one, tracks_by_key is a part of the table.
    private void PutOff(string type, string name)
    {
        if (_connection.ExecuteScalar<string?>("SELECT sql FROM sqlite_master WHERE type = @type AND name = @name", new { type, name }, _transaction) is not { } sql) return;
        _putOff.Add(sql);
        Execute($"DROP {type} {name}");
    }

    private void Execute(string sql) => _connection.Execute(sql, transaction: _transaction);
}
