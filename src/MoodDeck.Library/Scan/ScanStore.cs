using Dapper;
using MoodDeck.Library.Artwork;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Jobs;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Scan;

/// <summary>A file as it was when it was last read.</summary>
internal sealed record KnownFile
{
    public string Path { get; init; } = "";

    public long SizeBytes { get; init; }

    public long ModifiedAt { get; init; }

    public string Reader { get; init; } = "";

    public string? TrackId { get; init; }

    public string? Problem { get; init; }

    public string? ProblemCode { get; init; }

    public bool IsStill(ListedFile file, string reader) =>
        SizeBytes == file.SizeBytes && ModifiedAt == file.ModifiedAt && Reader == reader;
}

/// <summary>How many tracks a batch of files added, changed and found elsewhere.</summary>
internal readonly record struct ScanTally(int Added, int Updated, int Moved);

/// <summary>What scans remember, in the database.</summary>
internal sealed class ScanStore(LibraryDatabase database)
{
    /// <summary>What is known of the files below a folder, by path.</summary>
    public Task<Dictionary<string, KnownFile>> KnownBelowAsync(string root, CancellationToken cancellationToken) => database.ReadAsync(
        connection =>
        {
            var range = PathRange.Below(root);
            return connection.Query<KnownFile>(
                """
                SELECT path AS Path, size_bytes AS SizeBytes, modified_at AS ModifiedAt, reader AS Reader, track_id AS TrackId,
                    problem AS Problem, problem_code AS ProblemCode
                FROM scanned_files WHERE path >= @From AND path < @To
                """,
                new { range.From, range.To }).ToDictionary(f => f.Path, StringComparer.Ordinal);
        },
        cancellationToken);

    /// <summary>Stores what the jobs of a worker gave and ends them: all or none of it.</summary>
    public Task<ScanTally> SaveAsync(IReadOnlyList<(AnalysisJob Job, TrackFile Read)> batch, string worker, string reader) => database.WriteAsync(
        (connection, transaction) =>
        {
            using var writer = new ScanWriter(connection, transaction, database.Time, reader);
            foreach (var (job, read) in batch)
            {
                if (!SqlAnalysisJobs.Finish(connection, transaction, job, worker)) continue;
                // A file that went away while it was to be read is not remembered as bad.
                if (read.Track is not null || File.Exists(job.File.Path)) writer.Write(job.File, read);
            }

            writer.Complete();
            return writer.Tally;
        },
        CancellationToken.None);

    /// <summary>Forgets files that are gone, and all tracks of files that have none left; returns how many tracks that were.</summary>
    public Task<int> ForgetAsync(IReadOnlyList<string> paths) => database.WriteAsync(
        (connection, transaction) =>
        {
            using var writer = new TrackWriter(connection, transaction, database.Time);
            TrackFiles files = new(connection, transaction, writer);
            foreach (var path in paths)
            {
                SqlAnalysisJobs.Drop(connection, transaction, path);
                files.Forget(path);
            }

            var removed = files.RemoveHomeless();
            writer.Complete();
            SqlArtwork.RemoveUnused(connection, transaction);
            return removed;
        },
        CancellationToken.None);
}
