using System.Collections.Concurrent;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MoodDeck.Library.Storage;

/// <summary>
/// Makes the full-text index of the whole catalogue anew on a thread of its own, in a database of its own that SQLite removes when it is
/// closed, and puts it in the place of the old one at the end: cutting texts into trigrams is a fifth of the work of a large import.
/// What FTS5 keeps an index in is the same wherever the texts are: https://www.sqlite.org/fts5.html, "The %_data Table" and after it.
/// </summary>
internal sealed class SearchBeside : ISearchEntries
{
    private const int EntriesToABatch = 256, MostBatches = 32;

    // As many pieces of an index as FTS5 lets lie unmerged at most; a million tracks make nine.
    private const int MostSegments = 16;

    private const string NoRoom =
        "There is no room for temporary files, which a large import needs 130 MB of for each million songs. Free some space, or name another folder in SQLITE_TMPDIR. Nothing was imported.";

    private const string Retitled = "tracks_after_retitle", Noting = "tracks_retitled_meanwhile";

    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly string _trigger;
    private readonly SqliteConnection _beside = new("Data Source=;Pooling=False");
    private readonly BlockingCollection<List<(long Row, string Text)>> _batches = new(MostBatches);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;
    private List<(long Row, string Text)> _batch = new(EntriesToABatch);

    public SearchBeside(SqliteConnection connection, SqliteTransaction transaction)
    {
        (_connection, _transaction) = (connection, transaction);
        // Some systems' SQLite lets nobody write where FTS5 keeps an index unless told to.
        raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_DEFENSIVE, 0, out _);
        _trigger = Sql("trigger", Retitled);
        // Whose text changes after it was entered is noted with the text that was.
        Execute(
            $"""
            DROP TRIGGER {Retitled};
            CREATE TABLE retitled (row INTEGER PRIMARY KEY, was TEXT NOT NULL) STRICT;
            CREATE TRIGGER {Noting} AFTER UPDATE OF search_text ON tracks WHEN old.search_text <> new.search_text BEGIN
                INSERT OR IGNORE INTO retitled (row, was) VALUES (old.row, old.search_text);
            END;
            """);
        _work = Task.Factory.StartNew(Enter, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (var (row, text) in connection.Query<(long, string)>("SELECT row, search_text FROM tracks ORDER BY row", transaction: transaction, buffered: false))
                Add(row, text);
        }
        catch
        {
            Dispose(); // or its thread would wait for ever
            throw;
        }
    }

    public void Add(long row, string text)
    {
        _batch.Add((row, text));
        if (_batch.Count == EntriesToABatch) Send();
    }

    public void Complete()
    {
        Send();
        _batches.CompleteAdding();
        _work.GetAwaiter().GetResult();
        var index = Sql("table", "track_search");
        Execute($"DROP TABLE track_search; {index}; DELETE FROM track_search_data; DELETE FROM track_search_idx");
        Copy("track_search_data", "id", "block");
        Copy("track_search_idx", "segid", "term", "pgno");
        Execute(
            $"""
            INSERT INTO track_search (track_search, rowid, search_text) SELECT 'delete', row, was FROM retitled;
            INSERT INTO track_search (rowid, search_text) SELECT row, search_text FROM tracks WHERE row IN (SELECT row FROM retitled);
            DROP TRIGGER {Noting};
            DROP TABLE retitled;
            {_trigger};
            """);
    }

    public void Dispose()
    {
        _stop.Cancel();
        ((IAsyncResult)_work).AsyncWaitHandle.WaitOne();
        _beside.Dispose();
        _batches.Dispose();
        _stop.Dispose();
    }

    private void Send()
    {
        try
        {
            _batches.Add(_batch, _stop.Token);
            _batch = new(EntriesToABatch);
        }
        catch (OperationCanceledException)
        {
            _work.GetAwaiter().GetResult(); // says why it came to an end
            throw;
        }
    }

    private void Enter()
    {
        try
        {
            _beside.Open();
            _beside.Execute(
                $"""
                PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -{256 * 1024};
                CREATE VIRTUAL TABLE track_search USING fts5 (search_text, content = '', tokenize = 'trigram', columnsize = 0);
                INSERT INTO track_search (track_search, rank) VALUES ('hashsize', {SearchInPlace.HashBytes}), ('automerge', {MostSegments});
                BEGIN;
                """);
            using (SqliteStatement insert = new(_beside, "INSERT INTO track_search (rowid, search_text) VALUES (?, ?)"))
            {
                foreach (var (row, text) in _batches.GetConsumingEnumerable(_stop.Token).SelectMany(batch => batch))
                {
                    insert.Bind(1, row);
                    insert.Bind(2, text);
                    insert.Run();
                }
            }

            _beside.Execute("COMMIT");
        }
        catch (Exception e) when (!_stop.IsCancellationRequested)
        {
            _stop.Cancel();
            if (e is SqliteException { SqliteErrorCode: raw.SQLITE_FULL or raw.SQLITE_CANTOPEN }) throw new LibraryException(NoRoom, e);
            throw;
        }
    }

    private void Copy(string table, params string[] columns)
    {
        var list = string.Join(", ", columns);
        using SqliteStatement insert = new(_connection, $"INSERT INTO {table} ({list}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})");
        using var reader = _beside.ExecuteReader($"SELECT {list} FROM {table}");
        while (reader.Read())
        {
            for (var i = 0; i < columns.Length; i++) insert.Bind(i + 1, reader.GetValue(i));
            insert.Run();
        }
    }

    private string Sql(string type, string name) =>
        _connection.ExecuteScalar<string>("SELECT sql FROM sqlite_master WHERE type = @type AND name = @name", new { type, name }, _transaction)
        ?? throw new InvalidOperationException($"The database has no {type} {name}.");

    private void Execute(string sql) => _connection.Execute(sql, transaction: _transaction);
}
