using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using MoodDeck.Library.Catalogue;

namespace MoodDeck.Library.Storage;

/// <summary>SQLite in a file of the data folder, with write-ahead logging, so that readers never wait for a writer.</summary>
internal sealed class SqliteEngine : IDatabaseEngine
{
    // How long one writer waits for another; an import of a large table holds the lock for seconds.
    private const int BusySeconds = 60;

    // Enough for the indexes of a large catalogue: with the default of 2 MB a bulk import writes each page many times.
    private const int CacheKibibytes = 64 * 1024;

    // How long the log may grow before a writer folds it into the database, and what it keeps of the disk then: a large import makes it long.
    private const int LogPages = 1000, LogBytes = 64 << 20;

    private const int Constraint = 19; // SQLITE_CONSTRAINT

    // The trigram index knows nothing shorter.
    private const int ShortestIndexed = 3;
    private readonly string _connectionString;

    /// <exception cref="LibraryException">SQLite is not installed.</exception>
    public SqliteEngine(string path)
    {
        SqliteLibrary.EnsureLoaded();
        Place = path;
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = BusySeconds, Pooling = true }.ToString();
    }

    public string Name => "SQLite";

    public string Place { get; }

    public IReadOnlyList<Migration> Migrations => Migration.For("Sqlite");

    public string CreateMigrationTable =>
        "CREATE TABLE IF NOT EXISTS schema_migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT";

    public string CountMigrationTables => "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_migrations'";

    // A writer has the whole file to itself.
    public string SkipLocked => "";

    public void Prepare(DbConnection connection)
    {
        if (connection.ExecuteScalar<string>("PRAGMA journal_mode") == "wal") return;
        // Switching needs the file alone, and SQLite does not wait for that by itself.
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                connection.Execute("PRAGMA journal_mode = WAL");
                return;
            }
            catch (SqliteException e) when (e.SqliteErrorCode is 5 or 6 && attempt < 100)
            {
                Thread.Sleep(20);
            }
        }
    }

    public DbConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            connection.Execute($"PRAGMA busy_timeout = {BusySeconds * 1000}; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -{CacheKibibytes}; PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = {LogPages}; PRAGMA journal_size_limit = {LogBytes};");
            return connection;
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw;
        }
    }

    public DbTransaction BeginSnapshot(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    // Takes the write lock at once, so that it never fails half way for another writer.
    public DbTransaction BeginWrite(DbConnection connection, WriteLane lane) => ((SqliteConnection)connection).BeginTransaction(deferred: false);

    public IManyTracks BeginMany(DbConnection connection, DbTransaction transaction, TrackWriter writer, int expected) =>
        new SqliteManyTracks((SqliteConnection)connection, (SqliteTransaction)transaction, writer, expected);

    // What was erased is overwritten in the database (secure_delete), but not in the log.
    public void FoldLog(DbConnection connection) => connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");

    public DateTimeOffset Now(DbConnection connection, TimeProvider time) => time.GetUtcNow();

    public IEnumerable<string> Finding(IReadOnlyCollection<string> words, Func<string, string> parameter)
    {
        var terms = words.Where(IsIndexed).Select(w => "\"" + w.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"").ToList();
        if (terms.Count > 0) yield return $"row IN (SELECT rowid FROM track_search WHERE track_search MATCH {parameter(string.Join(" AND ", terms))})";
        foreach (var word in words.Where(w => !IsIndexed(w))) yield return LikePattern.Condition("search_text", parameter(LikePattern.Holding(word)));
    }

    public bool IsLost(DbException e) => false;

    public Task ListenAsync(Action told, CancellationToken stop) => Task.CompletedTask;

    public LibraryException Explain(DbException e) => new((e as SqliteException)?.SqliteErrorCode switch
    {
        5 or 6 => $"The database {Place} is busy with another MoodDeck process. Try again when that has ended.",
        8 => $"The database {Place} is read-only. Give yourself write permission, or choose another folder with --data DIR.",
        11 => $"The database {Place} is damaged. Restore it from a backup, or move it away to start with a fresh one.",
        13 => $"The disk that holds {Place} is full. Free some space and try again; nothing was half written.",
        14 => $"The database {Place} cannot be opened. Check that its folder exists and that you may write there.",
        26 => $"The file {Place} is not a MoodDeck database. Move it away to start with a fresh one.",
        _ => $"The database {Place} failed: {e.Message}",
    }, e) { IsOfTheData = e is SqliteException { SqliteErrorCode: Constraint }, IsPassing = e is SqliteException { SqliteErrorCode: 5 or 6 } };

    // Its pool is of the process, not of this object.
    public void Dispose()
    {
    }

    private static bool IsIndexed(string word) => word.EnumerateRunes().Count() >= ShortestIndexed;
}
