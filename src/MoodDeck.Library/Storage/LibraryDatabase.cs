using Dapper;
using Microsoft.Data.Sqlite;
using MoodDeck.Library.Starter;

namespace MoodDeck.Library.Storage;

/// <summary>
/// The database of a data folder: SQLite with write-ahead logging, so that readers never wait for a writer. Safe for
/// concurrent use by threads and processes.
/// </summary>
public sealed class LibraryDatabase
{
    // How long one writer waits for another; an import of a large table holds the lock for seconds.
    private const int BusySeconds = 60;

    // Enough for the indexes of a large catalogue: with the default of 2 MB a bulk import writes each page many times.
    private const int CacheKibibytes = 64 * 1024;
    private readonly string _connectionString;

    private LibraryDatabase(DataFolder folder, TimeProvider time)
    {
        Folder = folder;
        Time = time;
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = folder.DatabasePath,
            ForeignKeys = true,
            DefaultTimeout = BusySeconds,
            Pooling = true,
        }.ToString();
    }

    /// <summary>The data folder it belongs to.</summary>
    public DataFolder Folder { get; }

    internal TimeProvider Time { get; }

    /// <summary>Opens the database of a folder, makes or updates its tables, and puts the starter catalogue in.</summary>
    /// <exception cref="LibraryException">It cannot be opened, is damaged, or was made by a newer program.</exception>
    public static LibraryDatabase Open(DataFolder folder, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        SqliteLibrary.EnsureLoaded();
        var database = new LibraryDatabase(folder, time ?? TimeProvider.System);
        try
        {
            using var connection = database.Connect();
            UseWriteAheadLog(connection);
            Migrator.Apply(connection, Migration.ForSqlite(), database.Time);
            StarterCatalogue.Load(connection, database.Time);
        }
        catch (SqliteException e)
        {
            throw StoreErrors.Of(e, folder.DatabasePath);
        }

        return database;
    }

    /// <summary>An open connection from the pool; the caller disposes it.</summary>
    internal SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            connection.Execute($"PRAGMA busy_timeout = {BusySeconds * 1000}; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -{CacheKibibytes}; PRAGMA secure_delete = ON;");
            return connection;
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs work that only reads on a thread of the pool; SQLite itself has no asynchronous calls.</summary>
    internal Task<T> ReadAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken) => RunAsync(work, cancellationToken);

    /// <summary>
    /// Runs work that changes something in one transaction: all of it or nothing. A transaction takes the write lock at
    /// once, so that it never fails half way for another writer.
    /// </summary>
    internal Task<T> WriteAsync<T>(Func<SqliteConnection, SqliteTransaction, T> work, CancellationToken cancellationToken) =>
        RunAsync(
            connection =>
            {
                using var transaction = connection.BeginTransaction();
                var result = work(connection, transaction);
                transaction.Commit();
                return result;
            },
            cancellationToken);

    /// <summary>
    /// Runs work that erases something personal: afterwards it lies neither in the file's free pages nor in its log.
    /// </summary>
    internal Task<T> EraseAsync<T>(Func<SqliteConnection, SqliteTransaction, T> work, CancellationToken cancellationToken) =>
        RunAsync(
            connection =>
            {
                T result;
                using (var transaction = connection.BeginTransaction())
                {
                    result = work(connection, transaction);
                    transaction.Commit();
                }

                connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
                return result;
            },
            cancellationToken);

    private Task<T> RunAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            try
            {
                using var connection = Connect();
                return work(connection);
            }
            catch (SqliteException e)
            {
                throw StoreErrors.Of(e, Folder.DatabasePath);
            }
        },
        cancellationToken);

    private static void UseWriteAheadLog(SqliteConnection connection)
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
}
