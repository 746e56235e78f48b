using Dapper;
using Microsoft.Data.Sqlite;
using MoodDeck.Library.Catalogue;

namespace MoodDeck.Library.Scan;

/// <summary>Which file a track is played from. One track may lie in several files, when somebody keeps copies.</summary>
internal sealed class TrackFiles(SqliteConnection connection, SqliteTransaction transaction, TrackWriter writer)
{
    /// <summary>
    /// Takes a file from the tracks that are played from it, but for the one with <paramref name="keptId"/>; from null, from all, and
    /// the file is forgotten. A track with a copy is played from that; one without goes. Returns how many went.
    /// </summary>
    public int Leave(string path, string? keptId)
    {
        if (keptId is null) connection.Execute("DELETE FROM scanned_files WHERE path = @path", new { path }, transaction);
        var removed = 0;
        foreach (var id in connection.Query<string>("SELECT id FROM tracks WHERE path = @path AND id IS NOT @keptId", new { path, keptId }, transaction).ToList())
        {
            var copy = connection.QueryFirstOrDefault<string>(
                "SELECT path FROM scanned_files WHERE track_id = @id AND path <> @path ORDER BY path", new { id, path }, transaction);
            if (copy is not null) writer.MoveTo(id, copy);
            else if (writer.Remove(id)) removed++;
        }

        return removed;
    }

    /// <summary>Whether a track still lies in the file it is played from, as that was when it was read.</summary>
    public bool IsThere(string trackId, string path)
    {
        var known = connection.QueryFirstOrDefault<(long SizeBytes, long ModifiedAt)?>(
            "SELECT size_bytes, modified_at FROM scanned_files WHERE path = @path AND track_id = @trackId", new { path, trackId }, transaction);
        return known is var (size, modified) && FolderListing.Describe(path) is { } file && file.SizeBytes == size && file.ModifiedAt == modified;
    }
}
