using Dapper;
using MoodDeck.Library.Jobs;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Scan;

/// <summary>Reads them from what scans remember and from the jobs that were given up.</summary>
internal sealed class SqlScanProblems(LibraryDatabase database, IAnalysisJobs jobs) : IScanProblems
{
    private const string Known =
        """
        SELECT path, problem AS reason, problem_code AS code, read_at AS at FROM scanned_files WHERE problem IS NOT NULL
        UNION ALL
        SELECT path, coalesce(last_error, ''), @gaveUp, gave_up_at FROM analysis_jobs WHERE kind = 'listen' AND gave_up_at IS NOT NULL
        """;

    public Task<(int Total, IReadOnlyList<KnownProblem> Problems)> ListAsync(int offset, int limit, CancellationToken cancellationToken = default) =>
        database.SnapshotAsync<(int, IReadOnlyList<KnownProblem>)>(
            (connection, snapshot) =>
            {
                var arguments = new { gaveUp = ProblemCodes.GaveUp, offset, limit };
                var total = connection.ExecuteScalar<int>($"SELECT count(*) FROM ({Known}) AS known", arguments, snapshot);
                var rows = connection.Query<(string Path, string Reason, string? Code, string? At)>(
                    $"SELECT path, reason, code, at FROM ({Known}) AS known ORDER BY path LIMIT @limit OFFSET @offset", arguments, snapshot);
                return (total, [.. rows.Select(r => new KnownProblem(new(r.Path, r.Reason, r.Code ?? ProblemCodes.Other), r.At is null ? null : StoredTime.Read(r.At)))]);
            },
            cancellationToken);

    public Task RetryAsync(string folder, CancellationToken cancellationToken = default) => jobs.RetryAsync(folder);
}
