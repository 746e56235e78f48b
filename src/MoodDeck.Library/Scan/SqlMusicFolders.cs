using Dapper;
using MoodDeck.Library.Jobs;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Scan;

/// <summary>Keeps the remembered folders in the database.</summary>
internal sealed class SqlMusicFolders(LibraryDatabase database) : IMusicFolders
{
    private readonly ScanStore _store = new(database);
    private readonly SqlAnalysisJobs _jobs = new(database);

    public async Task<IReadOnlyList<MusicFolder>> ListAsync(CancellationToken cancellationToken = default)
    {
        var rows = await database.ReadAsync(
            connection => connection.Query<(string Path, string? ScannedAt)>("SELECT path, scanned_at FROM music_folders ORDER BY path").ToList(),
            cancellationToken);
        var folders = new List<MusicFolder>();
        foreach (var (path, scannedAt) in rows)
        {
            var files = await KnownMusicAsync(path, cancellationToken);
            folders.Add(new(
                path, files.Count(f => f.TrackId is not null), files.Count(f => f.Problem is not null),
                scannedAt is null ? null : StoredTime.Read(scannedAt)));
        }

        return folders;
    }

    public Task<IReadOnlyList<string>> ListPathsAsync(CancellationToken cancellationToken = default) => database.ReadAsync<IReadOnlyList<string>>(
        connection => [.. connection.Query<string>("SELECT path FROM music_folders ORDER BY path")], cancellationToken);

    public async Task<bool> RemoveAsync(string folder, CancellationToken cancellationToken = default)
    {
        var removed = await database.WriteAsync(
            (connection, transaction) => connection.Execute("DELETE FROM music_folders WHERE path = @folder", new { folder }, transaction), cancellationToken);
        if (removed == 0) return false;

        var others = await ListPathsAsync(CancellationToken.None);
        // Work first: what is read after this is not stored.
        await _jobs.DropBelowAsync(folder, except: path => others.Any(o => FolderTree.IsBelow(path, o)) || database.Folder.HasName(path));
        var known = (await KnownMusicAsync(folder, CancellationToken.None)).Select(f => f.Path);
        await _store.ForgetAsync([.. known.Where(path => !others.Any(o => FolderTree.IsBelow(path, o)))]);
        return true;
    }

    /// <summary>Remembers a folder that is being scanned. What lies in the data folder is MoodDeck's own and is not listed.</summary>
    internal async Task RememberAsync(string folder)
    {
        if (database.Folder.Holds(folder)) return;
        await database.WriteAsync(
            (connection, transaction) => connection.Execute("INSERT INTO music_folders (path) VALUES (@folder) ON CONFLICT (path) DO NOTHING", new { folder }, transaction),
            CancellationToken.None);
    }

    /// <summary>Notes that a scan of it came to its end.</summary>
    internal Task NoteScannedAsync(string folder) => database.WriteAsync(
        (connection, transaction) => connection.Execute(
            "UPDATE music_folders SET scanned_at = @at WHERE path = @folder", new { folder, at = StoredTime.Of(database.Time.GetUtcNow()) }, transaction),
        CancellationToken.None);

    /// <summary>What scans know of a folder without the demo library, which may lie below it and is not the folder's to take along.</summary>
    private async Task<List<KnownFile>> KnownMusicAsync(string folder, CancellationToken cancellationToken) =>
        [.. (await _store.KnownBelowAsync(folder, cancellationToken)).Values.Where(f => !database.Folder.HasName(f.Path))];
}
