using Dapper;
using Microsoft.Data.Sqlite;
using MoodDeck.Library.Artwork;
using MoodDeck.Library.Catalogue;
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

    public bool IsStill(ListedFile file, string reader) =>
        SizeBytes == file.SizeBytes && ModifiedAt == file.ModifiedAt && Reader == reader;
}

/// <summary>What scans remember, in the database.</summary>
internal sealed class ScanStore(LibraryDatabase database)
{
    /// <summary>What is known of the files below a folder, by path.</summary>
    public Task<Dictionary<string, KnownFile>> KnownBelowAsync(string root, CancellationToken cancellationToken) => database.ReadAsync(
        connection =>
        {
            // '0' follows '/' in ASCII: everything that starts with "root/".
            var from = Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar;
            var to = from[..^1] + (char)(Path.DirectorySeparatorChar + 1);
            return connection.Query<KnownFile>(
                """
                SELECT path AS Path, size_bytes AS SizeBytes, modified_at AS ModifiedAt, reader AS Reader, track_id AS TrackId, problem AS Problem
                FROM scanned_files WHERE path >= @from AND path < @to
                """,
                new { from, to }).ToDictionary(f => f.Path, StringComparer.Ordinal);
        },
        cancellationToken);

    /// <summary>Stores a batch of files: all or none of it. Returns how many tracks were added and how many changed.</summary>
    public Task<(int Added, int Updated)> SaveAsync(IReadOnlyList<(ListedFile File, TrackFile Read)> batch, string reader) => database.WriteAsync(
        (connection, transaction) =>
        {
            using var writer = new TrackWriter(connection, transaction, database.Time);
            var (added, updated) = (0, 0);
            foreach (var (file, read) in batch)
            {
                if (read.Cover is { } cover) SqliteArtwork.Add(connection, transaction, cover);
                if (read.Track is { } track)
                {
                    var outcome = writer.Write(track, read.ExternalKey);
                    if (outcome == WriteOutcome.Added) added++;
                    else if (outcome == WriteOutcome.Updated) updated++;
                }

                Remember(connection, transaction, file, read, reader);
                // A file that went bad, or whose tags now make it another track, leaves its former track behind.
                RemoveOrphans(connection, transaction, writer, file.Path, read.Track?.Id);
            }

            writer.Complete();
            SqliteArtwork.RemoveUnused(connection, transaction);
            return (added, updated);
        },
        CancellationToken.None);

    /// <summary>Forgets files that are gone, and their tracks; returns how many tracks that were.</summary>
    public Task<int> ForgetAsync(IReadOnlyList<string> paths) => database.WriteAsync(
        (connection, transaction) =>
        {
            using var writer = new TrackWriter(connection, transaction, database.Time);
            var removed = 0;
            foreach (var path in paths)
            {
                removed += RemoveOrphans(connection, transaction, writer, path, null);
                connection.Execute("DELETE FROM scanned_files WHERE path = @path", new { path }, transaction);
            }

            writer.Complete();
            SqliteArtwork.RemoveUnused(connection, transaction);
            return removed;
        },
        CancellationToken.None);

    private static void Remember(SqliteConnection connection, SqliteTransaction transaction, ListedFile file, TrackFile read, string reader) =>
        connection.Execute(
            """
            INSERT INTO scanned_files (path, size_bytes, modified_at, reader, track_id, problem)
            VALUES (@Path, @SizeBytes, @ModifiedAt, @reader, @TrackId, @Problem)
            ON CONFLICT (path) DO UPDATE SET size_bytes = excluded.size_bytes, modified_at = excluded.modified_at,
                reader = excluded.reader, track_id = excluded.track_id, problem = excluded.problem
            """,
            new { file.Path, file.SizeBytes, file.ModifiedAt, reader, TrackId = read.Track?.Id, read.Problem }, transaction);

    private static int RemoveOrphans(
        SqliteConnection connection, SqliteTransaction transaction, TrackWriter writer, string path, string? keptId) =>
        connection.Query<string>("SELECT id FROM tracks WHERE path = @path AND id IS NOT @keptId", new { path, keptId }, transaction)
            .ToList().Count(writer.Remove);
}
