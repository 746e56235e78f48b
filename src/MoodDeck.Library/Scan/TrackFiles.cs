using System.Data.Common;
using Dapper;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Jobs;
using MoodDeck.Library.Sound;

namespace MoodDeck.Library.Scan;

/// <summary>Which file a track is played from. One track may lie in several files, when somebody keeps copies.</summary>
internal sealed class TrackFiles(DbConnection connection, DbTransaction transaction, TrackWriter writer)
{
    /// <summary>
    /// Takes a file from the tracks that are played from it, but for the one with <paramref name="keptId"/>. A track with a copy is played
    /// from that; one without is homeless, until it is found elsewhere or the scan is through.
    /// </summary>
    public void Leave(string path, string? keptId)
    {
        foreach (var id in connection.Query<string>("SELECT id FROM tracks WHERE path = @path AND id IS DISTINCT FROM @keptId", new { path, keptId }, transaction).ToList())
        {
            var copy = connection.QueryFirstOrDefault<CopyRow>(
                "SELECT path AS Path, size_bytes AS SizeBytes, modified_at AS ModifiedAt FROM scanned_files WHERE track_id = @id AND path <> @path ORDER BY path", new { id, path }, transaction);
            writer.MoveTo(id, copy?.Path);
            if (copy is not null && !SqlTrackSounds.IsMeasured(connection, transaction, id))
                SqlAnalysisJobs.Add(connection, transaction, JobKind.Measure, new(copy.Path, copy.SizeBytes, copy.ModifiedAt));
        }
    }

    /// <summary>Forgets a file that is gone.</summary>
    public void Forget(string path)
    {
        connection.Execute("DELETE FROM scanned_files WHERE path = @path", new { path }, transaction);
        Leave(path, keptId: null);
    }

    /// <summary>Removes the tracks of files that have none left; returns how many.</summary>
    public int RemoveHomeless() =>
        connection.Query<string>("SELECT id FROM tracks WHERE source IN ('library', 'demo') AND path IS NULL", transaction: transaction).ToList().Count(writer.Remove);

    /// <summary>Whether a track still lies in the file it is played from, as that was when it was read.</summary>
    public bool IsThere(string trackId, string path)
    {
        var known = connection.QueryFirstOrDefault<(long SizeBytes, long ModifiedAt)?>(
            "SELECT size_bytes, modified_at FROM scanned_files WHERE path = @path AND track_id = @trackId", new { path, trackId }, transaction);
        return known is var (size, modified) && FolderListing.Describe(path) is { } file && file.SizeBytes == size && file.ModifiedAt == modified;
    }

    private sealed record CopyRow
    {
        public string Path { get; init; } = "";

        public long SizeBytes { get; init; }

        public long ModifiedAt { get; init; }
    }
}
