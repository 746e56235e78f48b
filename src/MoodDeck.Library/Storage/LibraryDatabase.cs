using System.Data.Common;
using MoodDeck.Library.Starter;

namespace MoodDeck.Library.Storage;

/// <summary>
/// The database of a library: SQLite in the data folder, or PostgreSQL. Safe for concurrent use by threads and processes.
/// </summary>
public sealed class LibraryDatabase : IDisposable
{
    private LibraryDatabase(DataFolder folder, IDatabaseEngine engine, TimeProvider time) => (Folder, Engine, Time) = (folder, engine, time);

    /// <summary>The data folder; on PostgreSQL it holds everything but the database.</summary>
    public DataFolder Folder { get; }

    /// <summary><c>SQLite</c> or <c>PostgreSQL</c>.</summary>
    public string EngineName => Engine.Name;

    /// <summary>Where the database lies: a path, or a name and a server.</summary>
    public string Place => Engine.Place;

    internal IDatabaseEngine Engine { get; }

    internal TimeProvider Time { get; }

    internal CatalogueNews News { get; } = new();

    /// <summary>Opens the database, makes or updates its tables, and puts the starter catalogue in.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="time">The clock; null for the machine's.</param>
    /// <param name="connectionString">Of PostgreSQL, as Npgsql reads it; null or blank for SQLite in the data folder.</param>
    /// <exception cref="LibraryException">It cannot be opened, is damaged, or was made by a newer program.</exception>
    public static LibraryDatabase Open(DataFolder folder, TimeProvider? time = null, string? connectionString = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        IDatabaseEngine engine = string.IsNullOrWhiteSpace(connectionString) ? new SqliteEngine(folder.DatabasePath) : new PostgresEngine(connectionString);
        var database = new LibraryDatabase(folder, engine, time ?? TimeProvider.System);
        try
        {
            using var connection = engine.Connect();
            engine.Prepare(connection);
            Migrator.Apply(connection, engine, database.Time);
            StarterCatalogue.Load(connection, engine, database.Time);
            return database;
        }
        catch (Exception e)
        {
            database.Dispose();
            if (e is DbException failure) throw engine.Explain(failure);
            throw;
        }
    }

    /// <summary>
    /// Keeps what was worked out from the catalogue fresh while other processes change it, until it is stopped. Only PostgreSQL tells; with
    /// SQLite this ends at once, and the next to ask works it out.
    /// </summary>
    public Task FollowAsync(CancellationToken stop) => News.FollowAsync(Engine, Time, stop);

    /// <summary>Tidies up behind a large import, which leaves that to whoever writes next: the disk it took for a while is given back.</summary>
    public Task TidyAsync(CancellationToken cancellationToken) => RunAsync(
        connection =>
        {
            Engine.FoldLog(connection);
            return true;
        },
        cancellationToken);

    /// <summary>Closes the connections that are kept open for the next use.</summary>
    public void Dispose() => Engine.Dispose();

    /// <summary>An open connection from the pool; the caller disposes it.</summary>
    internal DbConnection Connect() => Engine.Connect();

    /// <summary>Runs work that only reads, on a thread of the pool: SQLite itself has no asynchronous calls.</summary>
    internal Task<T> ReadAsync<T>(Func<DbConnection, T> work, CancellationToken cancellationToken) => RunAsync(work, cancellationToken, tries: 2);

    /// <summary>Runs work that only reads and must see one state of everything it looks at.</summary>
    internal Task<T> SnapshotAsync<T>(Func<DbConnection, DbTransaction, T> work, CancellationToken cancellationToken) => RunAsync(
        connection =>
        {
            using var snapshot = Engine.BeginSnapshot(connection);
            return work(connection, snapshot);
        },
        cancellationToken, tries: 2);

    /// <summary>Runs work that changes the catalogue in one transaction: all of it or nothing, and nobody else in between.</summary>
    internal Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, T> work, CancellationToken cancellationToken) =>
        WriteAsync(WriteLane.Catalogue, work, cancellationToken);

    /// <summary>The same for work that only writers of its own lane may come in between of.</summary>
    internal Task<T> WriteAsync<T>(WriteLane lane, Func<DbConnection, DbTransaction, T> work, CancellationToken cancellationToken) =>
        RunAsync(connection => Write(connection, lane, work), cancellationToken);

    /// <summary>
    /// Runs work that erases something of a listener's. Afterwards it lies neither in SQLite's free pages nor in its log;
    /// PostgreSQL's own files are its server's.
    /// </summary>
    internal Task<T> EraseAsync<T>(Func<DbConnection, DbTransaction, T> work, CancellationToken cancellationToken) => RunAsync(
        connection =>
        {
            var result = Write(connection, WriteLane.Listeners, work);
            Engine.FoldLog(connection);
            return result;
        },
        cancellationToken);

    private T Write<T>(DbConnection connection, WriteLane lane, Func<DbConnection, DbTransaction, T> work)
    {
        using var transaction = Engine.BeginWrite(connection, lane);
        var result = work(connection, transaction);
        transaction.Commit();
        return result;
    }

    private Task<T> RunAsync<T>(Func<DbConnection, T> work, CancellationToken cancellationToken, int tries = 1) => Task.Run(
        () =>
        {
            while (true)
            {
                try
                {
                    using var connection = Connect();
                    return work(connection);
                }
                catch (DbException e) when (--tries > 0 && Engine.IsLost(e))
                {
                    // A connection that was kept open did not outlive its server.
                }
                catch (DbException e)
                {
                    throw Engine.Explain(e);
                }
            }
        },
        cancellationToken);
}
