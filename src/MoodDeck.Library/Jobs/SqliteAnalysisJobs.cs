using Dapper;
using Microsoft.Data.Sqlite;
using MoodDeck.Library.Scan;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Jobs;

/// <summary>Keeps the jobs in the database.</summary>
internal sealed class SqliteAnalysisJobs(LibraryDatabase database) : IAnalysisJobs
{
    // A disk or a drive that did not answer may do so after a while; a scan does not wait longer than this for it.
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);

    private const string Crashed = "MoodDeck broke off each time it read this file.";

    public Task AddAsync(JobKind kind, IReadOnlyList<ListedFile> files, string reader) => files.Count == 0 ? Task.CompletedTask : database.WriteAsync(
        (connection, transaction) =>
        {
            foreach (var file in files) Add(connection, transaction, kind, file, database.Time, reader);
            return files.Count;
        },
        CancellationToken.None);

    public async Task<AnalysisJob?> TakeAsync(JobKind kind, string worker, string? root, CancellationToken cancellationToken) =>
        await AnyAsync(kind, root, cancellationToken)
            ? await database.WriteAsync((connection, transaction) => Take(connection, transaction, kind, worker, root), cancellationToken)
            : null;

    // Looked for without the write lock: who waits looks often.
    private Task<bool> AnyAsync(JobKind kind, string? root, CancellationToken cancellationToken) => database.ReadAsync(
        connection =>
        {
            var range = PathRange.Below(root);
            var now = StoredTime.Of(database.Time.GetUtcNow());
            // What is heard can be played, so measuring waits while anybody listens.
            if (kind == JobKind.Measure
                && connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM analysis_jobs WHERE worker IS NOT NULL AND kind = 'listen' AND gave_up_at IS NULL AND leased_until >= @now)", new { now }))
                return false;
            return connection.ExecuteScalar<bool>(
                """
                SELECT EXISTS (
                    SELECT 1 FROM analysis_jobs
                    WHERE kind = @kind AND gave_up_at IS NULL AND due_at <= @now AND (leased_until IS NULL OR leased_until < @now) AND path >= @From AND path < @To)
                """,
                new { kind = NameOf(kind), now, range.From, range.To });
        },
        cancellationToken);

    private AnalysisJob? Take(SqliteConnection connection, SqliteTransaction transaction, JobKind kind, string worker, string? root)
    {
        var now = database.Time.GetUtcNow();
        var range = PathRange.Below(root);
        var arguments = new
        {
            kind = NameOf(kind), worker, range.From, range.To, now = StoredTime.Of(now), until = StoredTime.Of(now + IAnalysisJobs.Lease),
            most = IAnalysisJobs.MostAttempts, Crashed,
        };
        connection.Execute(
            """
            UPDATE analysis_jobs SET gave_up_at = @now, worker = NULL, leased_until = NULL, last_error = coalesce(last_error, @Crashed)
            WHERE kind = @kind AND gave_up_at IS NULL AND attempts >= @most AND (leased_until IS NULL OR leased_until < @now)
            """,
            arguments, transaction);
        var row = connection.QueryFirstOrDefault<Row>(
            """
            UPDATE analysis_jobs SET worker = @worker, leased_until = @until, attempts = attempts + 1
            WHERE id = (
                SELECT id FROM analysis_jobs
                WHERE kind = @kind AND gave_up_at IS NULL AND due_at <= @now AND (leased_until IS NULL OR leased_until < @now)
                    AND path >= @From AND path < @To
                ORDER BY attempts, id LIMIT 1)
            RETURNING id AS Id, path AS Path, size_bytes AS SizeBytes, modified_at AS ModifiedAt, attempts AS Attempts
            """,
            arguments, transaction);
        return row is null ? null : new AnalysisJob(row.Id, kind, new(row.Path, row.SizeBytes, row.ModifiedAt), (int)row.Attempts);
    }

    public Task RenewAsync(string worker) => ChangeAsync(
        "UPDATE analysis_jobs SET leased_until = @until WHERE worker = @worker",
        new { worker, until = StoredTime.Of(database.Time.GetUtcNow() + IAnalysisJobs.Lease) });

    public Task GiveBackAsync(string worker) => ChangeAsync(
        "UPDATE analysis_jobs SET worker = NULL, leased_until = NULL, attempts = attempts - 1 WHERE worker = @worker", new { worker });

    public Task FailAsync(AnalysisJob job, string worker, string error)
    {
        var now = database.Time.GetUtcNow();
        return ChangeAsync(
            """
            UPDATE analysis_jobs SET worker = NULL, leased_until = NULL, last_error = @error, due_at = @due, gave_up_at = @gaveUp
            WHERE id = @Id AND worker = @worker
            """,
            new { job.Id, worker, error, due = StoredTime.Of(now + s_pause), gaveUp = job.Attempts >= IAnalysisJobs.MostAttempts ? StoredTime.Of(now) : null });
    }

    public Task<JobCount> CountAsync(JobKind kind, string? root, CancellationToken cancellationToken) => database.ReadAsync(
        connection =>
        {
            var range = PathRange.Below(root);
            var (all, taken) = connection.QuerySingle<(int, int)>(
                "SELECT count(*), coalesce(sum(leased_until >= @now), 0) FROM analysis_jobs WHERE kind = @kind AND gave_up_at IS NULL AND path >= @From AND path < @To",
                new { kind = NameOf(kind), range.From, range.To, now = StoredTime.Of(database.Time.GetUtcNow()) });
            return new JobCount(all - taken, taken);
        },
        cancellationToken);

    public Task<IReadOnlyList<GivenUpJob>> GivenUpAsync(JobKind kind, string? root, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<GivenUpJob>>(
        connection =>
        {
            var range = PathRange.Below(root);
            return [.. connection.Query<(string Path, string Error, string At)>(
                "SELECT path, coalesce(last_error, ''), gave_up_at FROM analysis_jobs WHERE kind = @kind AND gave_up_at IS NOT NULL AND path >= @From AND path < @To ORDER BY path",
                new { kind = NameOf(kind), range.From, range.To }).Select(r => new GivenUpJob(r.Path, r.Error, StoredTime.Read(r.At)))];
        },
        cancellationToken);

    public Task RetryAsync(string root)
    {
        var range = PathRange.Below(root);
        return ChangeAsync(
            "UPDATE analysis_jobs SET gave_up_at = NULL, attempts = 0, last_error = NULL WHERE gave_up_at IS NOT NULL AND path >= @From AND path < @To",
            new { range.From, range.To });
    }

    /// <summary>Asks for work within a transaction; see <see cref="AddAsync"/>.</summary>
    internal static void Add(SqliteConnection connection, SqliteTransaction transaction, JobKind kind, ListedFile file, TimeProvider time, string reader = "") => connection.Execute(
        """
        INSERT INTO analysis_jobs (kind, path, size_bytes, modified_at, reader, due_at) VALUES (@kind, @Path, @SizeBytes, @ModifiedAt, @reader, @now)
        ON CONFLICT (kind, path) DO UPDATE SET
            size_bytes = excluded.size_bytes, modified_at = excluded.modified_at, reader = excluded.reader, attempts = 0, worker = NULL, leased_until = NULL,
            due_at = excluded.due_at, last_error = NULL, gave_up_at = NULL
        WHERE size_bytes <> excluded.size_bytes OR modified_at <> excluded.modified_at OR reader <> excluded.reader
        """,
        new { kind = NameOf(kind), file.Path, file.SizeBytes, file.ModifiedAt, reader, now = StoredTime.Of(time.GetUtcNow()) }, transaction);

    /// <summary>
    /// Ends a job within the transaction that stores what it gave. False when it is no longer this worker's: its lease ran out and
    /// somebody else took it, the file changed, or its folder was removed. Then nothing of it may be stored.
    /// </summary>
    internal static bool Finish(SqliteConnection connection, SqliteTransaction transaction, AnalysisJob job, string worker) =>
        connection.Execute("DELETE FROM analysis_jobs WHERE id = @Id AND worker = @worker", new { job.Id, worker }, transaction) > 0;

    public Task DropBelowAsync(string folder, Func<string, bool> except) => database.WriteAsync(
        (connection, transaction) =>
        {
            var range = PathRange.Below(folder);
            var paths = connection.Query<string>("SELECT DISTINCT path FROM analysis_jobs WHERE path >= @From AND path < @To", new { range.From, range.To }, transaction);
            foreach (var path in paths.Where(p => !except(p)).ToList()) Drop(connection, transaction, path);
            return true;
        },
        CancellationToken.None);

    /// <summary>Drops all work on a file.</summary>
    internal static void Drop(SqliteConnection connection, SqliteTransaction transaction, string path) =>
        connection.Execute("DELETE FROM analysis_jobs WHERE path = @path", new { path }, transaction);

    private static string NameOf(JobKind kind) => kind == JobKind.Listen ? "listen" : "measure";

    private Task<int> ChangeAsync(string sql, object arguments) =>
        database.WriteAsync((connection, transaction) => connection.Execute(sql, arguments, transaction), CancellationToken.None);

    private sealed record Row
    {
        public long Id { get; init; }

        public string Path { get; init; } = "";

        public long SizeBytes { get; init; }

        public long ModifiedAt { get; init; }

        public long Attempts { get; init; }
    }
}
