using System.Data.Common;
using Dapper;
using MoodDeck.Library.Scan;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Jobs;

/// <summary>Keeps the jobs in the database.</summary>
internal sealed class SqlAnalysisJobs(LibraryDatabase database) : IAnalysisJobs
{
    // A disk or a drive that did not answer may do so after a while; a scan does not wait longer than this for it.
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);

    private const string Crashed = "MoodDeck broke off each time it read this file.";

    private string SkipLocked => database.Engine.SkipLocked;

    public Task AddAsync(JobKind kind, IReadOnlyList<ListedFile> files, string reader) => files.Count == 0 ? Task.CompletedTask : database.WriteAsync(
        (connection, transaction) =>
        {
            foreach (var file in files) Add(connection, transaction, kind, file, reader);
            return files.Count;
        },
        CancellationToken.None);

    public async Task<AnalysisJob?> TakeAsync(
        JobKind kind, string worker, string? root, IReadOnlyList<PathRange> except, CancellationToken cancellationToken)
    {
        FreeJobs free = new(kind, root, except);
        return await AnyAsync(free, cancellationToken)
            ? await database.WriteAsync(WriteLane.Jobs, (connection, transaction) => Take(connection, transaction, free, worker), cancellationToken)
            : null;
    }

    // Looked for without the write lock: who waits looks often.
    private Task<bool> AnyAsync(FreeJobs free, CancellationToken cancellationToken) => database.ReadAsync(
        connection =>
        {
            var arguments = free.Arguments(Now(connection));
            // What is heard can be played, so measuring waits while anybody listens.
            if (free.Kind == JobKind.Measure
                && connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM analysis_jobs WHERE worker IS NOT NULL AND kind = 'listen' AND gave_up_at IS NULL AND leased_until >= @now)", arguments))
                return false;
            return connection.ExecuteScalar<bool>($"SELECT EXISTS (SELECT 1 FROM analysis_jobs WHERE {free.Condition})", arguments);
        },
        cancellationToken);

    private AnalysisJob? Take(DbConnection connection, DbTransaction transaction, FreeJobs free, string worker)
    {
        var now = Now(connection);
        var arguments = free.Arguments(now);
        arguments.AddDynamicParams(new { worker, until = StoredTime.Of(now + IAnalysisJobs.Lease), most = IAnalysisJobs.MostAttempts, Crashed });
        connection.Execute(
            $"""
            UPDATE analysis_jobs SET gave_up_at = @now, worker = NULL, leased_until = NULL, last_error = coalesce(last_error, @Crashed)
            WHERE id IN (
                SELECT id FROM analysis_jobs
                WHERE kind = @kind AND gave_up_at IS NULL AND attempts >= @most AND (leased_until IS NULL OR leased_until < @now){SkipLocked})
            """,
            arguments, transaction);
        var row = connection.QueryFirstOrDefault<Row>(
            $"""
            UPDATE analysis_jobs SET worker = @worker, leased_until = @until, attempts = attempts + 1
            WHERE id = (SELECT id FROM analysis_jobs WHERE {free.Condition} ORDER BY attempts, id LIMIT 1{SkipLocked})
            RETURNING id AS Id, path AS Path, size_bytes AS SizeBytes, modified_at AS ModifiedAt, attempts AS Attempts
            """,
            arguments, transaction);
        return row is null ? null : new AnalysisJob(row.Id, free.Kind, new(row.Path, row.SizeBytes, row.ModifiedAt), (int)row.Attempts);
    }

    // Jobs that are being ended, by who stores what they gave, are passed over: neither waits for the other.
    public Task RenewAsync(string worker) => ChangeAsync(
        $"UPDATE analysis_jobs SET leased_until = @until WHERE id IN (SELECT id FROM analysis_jobs WHERE worker = @worker{SkipLocked})",
        now => new { worker, until = StoredTime.Of(now + IAnalysisJobs.Lease) });

    // A single one is waited for, as a lease that is just being renewed would else be renewed for ever; one row cannot lock anybody out.
    public Task GiveBackAsync(string worker, AnalysisJob? only = null) => ChangeAsync(
        $"""
        UPDATE analysis_jobs SET worker = NULL, leased_until = NULL, attempts = attempts - 1
        WHERE {(only is null ? $"id IN (SELECT id FROM analysis_jobs WHERE worker = @worker{SkipLocked})" : "id = @id AND worker = @worker")}
        """,
        _ => new { worker, id = only?.Id });

    public Task FailAsync(AnalysisJob job, string worker, string error) => ChangeAsync(
        """
        UPDATE analysis_jobs SET worker = NULL, leased_until = NULL, last_error = @error, due_at = @due, gave_up_at = @gaveUp
        WHERE id = @Id AND worker = @worker
        """,
        now => new
        {
            job.Id, worker, error = StoredText.Of(error), due = StoredTime.Of(now + s_pause),
            gaveUp = job.Attempts >= IAnalysisJobs.MostAttempts ? StoredTime.Of(now) : null,
        });

    public Task<JobCount> CountAsync(JobKind kind, string? root, CancellationToken cancellationToken) => database.ReadAsync(
        connection =>
        {
            var range = PathRange.Below(root);
            var (all, taken) = connection.QuerySingle<(int, int)>(
                "SELECT count(*), count(*) FILTER (WHERE leased_until >= @now) FROM analysis_jobs WHERE kind = @kind AND gave_up_at IS NULL AND path >= @From AND path < @To",
                new { kind = FreeJobs.NameOf(kind), range.From, range.To, now = StoredTime.Of(Now(connection)) });
            return new JobCount(all - taken, taken);
        },
        cancellationToken);

    public Task<IReadOnlyList<GivenUpJob>> GivenUpAsync(JobKind kind, string? root, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<GivenUpJob>>(
        connection =>
        {
            var range = PathRange.Below(root);
            return [.. connection.Query<(string Path, string Error, string At)>(
                "SELECT path, coalesce(last_error, ''), gave_up_at FROM analysis_jobs WHERE kind = @kind AND gave_up_at IS NOT NULL AND path >= @From AND path < @To ORDER BY path",
                new { kind = FreeJobs.NameOf(kind), range.From, range.To }).Select(r => new GivenUpJob(r.Path, r.Error, StoredTime.Read(r.At)))];
        },
        cancellationToken);

    public Task RetryAsync(string root)
    {
        var range = PathRange.Below(root);
        return ChangeAsync(
            "UPDATE analysis_jobs SET gave_up_at = NULL, attempts = 0, last_error = NULL WHERE gave_up_at IS NOT NULL AND path >= @From AND path < @To",
            _ => new { range.From, range.To });
    }

    /// <summary>Asks for work within a transaction; see <see cref="AddAsync"/>.</summary>
    internal static void Add(DbConnection connection, DbTransaction transaction, JobKind kind, ListedFile file, string reader = "") => connection.Execute(
        """
        INSERT INTO analysis_jobs (kind, path, size_bytes, modified_at, reader, due_at) VALUES (@kind, @Path, @SizeBytes, @ModifiedAt, @reader, @due)
        ON CONFLICT (kind, path) DO UPDATE SET
            size_bytes = excluded.size_bytes, modified_at = excluded.modified_at, reader = excluded.reader, attempts = 0, worker = NULL, leased_until = NULL,
            due_at = excluded.due_at, last_error = NULL, gave_up_at = NULL
        WHERE analysis_jobs.size_bytes <> excluded.size_bytes OR analysis_jobs.modified_at <> excluded.modified_at OR analysis_jobs.reader <> excluded.reader
        """,
        new { kind = FreeJobs.NameOf(kind), file.Path, file.SizeBytes, file.ModifiedAt, reader, due = StoredTime.Of(DateTimeOffset.UnixEpoch) }, transaction);

    /// <summary>
    /// Ends a job within the transaction that stores what it gave. False when it is no longer this worker's: its lease ran out and
    /// somebody else took it, the file changed, or its folder was removed. Then nothing of it may be stored.
    /// </summary>
    internal static bool Finish(DbConnection connection, DbTransaction transaction, AnalysisJob job, string worker) =>
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
    internal static void Drop(DbConnection connection, DbTransaction transaction, string path) =>
        connection.Execute("DELETE FROM analysis_jobs WHERE path = @path", new { path }, transaction);

    private DateTimeOffset Now(DbConnection connection) => database.Engine.Now(connection, database.Time);

    private Task<int> ChangeAsync(string sql, Func<DateTimeOffset, object> arguments) => database.WriteAsync(
        WriteLane.Jobs, (connection, transaction) => connection.Execute(sql, arguments(Now(connection)), transaction), CancellationToken.None);

    private sealed record Row
    {
        public long Id { get; init; }

        public string Path { get; init; } = "";

        public long SizeBytes { get; init; }

        public long ModifiedAt { get; init; }

        public long Attempts { get; init; }
    }
}
