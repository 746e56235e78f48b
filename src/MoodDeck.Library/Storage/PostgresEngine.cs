using System.Data;
using System.Data.Common;
using Dapper;
using MoodDeck.Library.Catalogue;
using Npgsql;

namespace MoodDeck.Library.Storage;

/// <summary>PostgreSQL, which several processes on several machines share.</summary>
internal sealed class PostgresEngine : IDatabaseEngine
{
    private const int OldestVersion = 13;

    // An import of a large table is one transaction: other writers of the catalogue wait for its end. Nobody holds the other lanes for long.
    private const int CatalogueLockSeconds = 30 * 60, LockSeconds = 60;

    // A lane's place is an advisory lock of this class; any number that no other program is likely to use.
    private const int LockClass = 0x4D44;

    // Ten million tracks in order take a while to come; statements that come again are parsed once.
    private const string Defaults = "Application Name=MoodDeck;Command Timeout=300;Max Auto Prepare=100;Auto Prepare Min Usages=2;";
    private readonly NpgsqlConnectionStringBuilder _settings;
    private readonly NpgsqlDataSource _source;

    /// <exception cref="LibraryException">The connection string is none.</exception>
    public PostgresEngine(string connectionString)
    {
        _settings = Parse(connectionString);
        Place = $"{_settings.Database ?? _settings.Username} at {_settings.Host}{(_settings.Host?.StartsWith('/') == true ? "" : $":{_settings.Port}")}";
        _source = NpgsqlDataSource.Create(_settings);
    }

    public string Name => "PostgreSQL";

    public string Place { get; }

    public IReadOnlyList<Migration> Migrations => Migration.For("Postgres");

    public string CreateMigrationTable =>
        "CREATE TABLE IF NOT EXISTS schema_migrations (number bigint PRIMARY KEY, name text NOT NULL, applied_at text NOT NULL)";

    public string CountMigrationTables => "SELECT count(*) FROM pg_class WHERE oid = to_regclass('schema_migrations')";

    public string SkipLocked => " FOR UPDATE SKIP LOCKED";

    public void Prepare(DbConnection connection)
    {
        var (version, encoding) = connection.QuerySingle<(int, string)>("SELECT current_setting('server_version_num')::int / 10000, current_setting('server_encoding')");
        if (version < OldestVersion) throw new LibraryException($"The server of {Place} is PostgreSQL {version}. MoodDeck needs {OldestVersion} or newer.");
        if (encoding != "UTF8") throw new LibraryException($"The database {Place} holds {encoding}, not UTF-8. Make another one: createdb --encoding UTF8 --template template0 NAME");
    }

    public IManyTracks BeginMany(DbConnection connection, DbTransaction transaction, TrackWriter writer, int expected) =>
        new PostgresManyTracks((NpgsqlConnection)connection, writer);

    public DbConnection Connect()
    {
        try
        {
            return _source.OpenConnection();
        }
        catch (Exception e) when (PostgresErrors.IsUnreached(e))
        {
            throw new NpgsqlException(e.Message, e);
        }
    }

    public DbTransaction BeginSnapshot(DbConnection connection) => connection.BeginTransaction(IsolationLevel.RepeatableRead);

    // What a statement sees is what was committed before it, so that behind the lock is all that others wrote.
    public DbTransaction BeginWrite(DbConnection connection, WriteLane lane)
    {
        var transaction = connection.BeginTransaction(IsolationLevel.ReadCommitted);
        if (lane == WriteLane.Jobs) return transaction;
        var seconds = lane == WriteLane.Catalogue ? CatalogueLockSeconds : LockSeconds;
        connection.Execute(
            $"SET LOCAL lock_timeout = '{seconds}s'; SELECT pg_advisory_xact_lock({LockClass}, {(int)lane})",
            commandTimeout: 2 * seconds); // so that it is the server who says that it was too long
        return transaction;
    }

    // Where its files keep what was erased is the business of whoever backs them up.
    public void FoldLog(DbConnection connection)
    {
    }

    // Leases hold for processes whose machines may not agree on the time. A clock that was set is obeyed.
    public DateTimeOffset Now(DbConnection connection, TimeProvider time) =>
        time == TimeProvider.System ? new(connection.ExecuteScalar<DateTime>("SELECT clock_timestamp()"), TimeSpan.Zero) : time.GetUtcNow();

    // With the extension pg_trgm an index finds them, without it every text is looked at: the same tracks either way.
    public IEnumerable<string> Finding(IReadOnlyCollection<string> words, Func<string, string> parameter) =>
        words.Select(word => LikePattern.Condition("search_text", parameter(LikePattern.Holding(word))));

    public bool IsLost(DbException e) => PostgresErrors.IsLost(e);

    // The channel is told by a trigger, see Migrations/Postgres.
    public Task ListenAsync(Action told, CancellationToken stop) => new PostgresListener(_settings, "mooddeck_catalogue").RunAsync(told, stop);

    public LibraryException Explain(DbException e) => new(PostgresErrors.Explain(e, Place), e) { IsOfTheData = PostgresErrors.IsOfTheData(e), IsPassing = PostgresErrors.IsPassing(e) };

    public void Dispose() => _source.Dispose();

    private static NpgsqlConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(connectionString); // so that an error tells places in what was given
            NpgsqlConnectionStringBuilder settings = new(Defaults + connectionString); // what comes later counts
            return string.IsNullOrWhiteSpace(settings.Host) ? throw new ArgumentException("it names no Host") : settings;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            throw new LibraryException(
                $"The connection to PostgreSQL cannot be read: {e.Message.TrimEnd('.')}. Write it like Host=localhost;Database=mooddeck;Username=mooddeck;Password=…", e);
        }
    }
}
