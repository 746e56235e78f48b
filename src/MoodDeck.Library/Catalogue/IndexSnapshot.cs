using System.Data.Common;
using System.Globalization;
using Dapper;
using MoodDeck.Library.Storage;
using MoodDeck.Recommend;

namespace MoodDeck.Library.Catalogue;

/// <summary>
/// Keeps the index of a large catalogue in a file of the data folder, so that a start need not read every track. The database says which
/// file it vouches for, by its hash and for which version: one that is damaged, half written, of another version or of another database is
/// passed over and made anew. Nothing is lost with it.
/// </summary>
internal sealed class IndexSnapshot(LibraryDatabase database) : IDisposable
{
    private const string FactName = "index_snapshot";

    // Fewer tracks are read in a fraction of a second.
    private const int FewestToKeep = 20_000;

    // Whoever ends need not wait for a database that is busy: without the file the next start is slower, and nothing else.
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private Task _writing = Task.CompletedTask;

    /// <summary>The index of the catalogue as the connection sees it: from the file, else from the database.</summary>
    public TrackIndex Read(DbConnection connection)
    {
        var version = CatalogueVersion.In(connection);
        if (FromFile(connection, version) is { } kept) return kept;
        var index = IndexReader.Read(connection);
        if (index.Count >= FewestToKeep) KeepLater(index, version);
        return index;
    }

    /// <summary>Waits a moment for a file that is being written.</summary>
    public void Dispose() => _writing.Wait(s_longestWait);

    private TrackIndex? FromFile(DbConnection connection, long version)
    {
        var vouched = connection.ExecuteScalar<string?>("SELECT value FROM facts WHERE name = @FactName", new { FactName });
        var mine = Stamp(version, "");
        if (vouched is null || !vouched.StartsWith(mine, StringComparison.Ordinal)) return null;
        try
        {
            return TrackIndexFile.TryRead(database.Folder.IndexPath, vouched[mine.Length..]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void KeepLater(TrackIndex index, long version)
    {
        lock (_lock)
        {
            if (_writing.IsCompleted) _writing = Task.Run(() => KeepAsync(index, version));
        }
    }

    // What hinders it is told by nobody: the next start is as slow as this one was.
    private async Task KeepAsync(TrackIndex index, long version)
    {
        try
        {
            var hash = WriteFile(index);
            await database.WriteAsync(WriteLane.Jobs, (connection, transaction) => connection.Execute(
                "INSERT INTO facts (name, value) VALUES (@FactName, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                new { FactName, value = Stamp(version, hash) }, transaction), CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or LibraryException or ObjectDisposedException)
        {
        }
    }

    // Always under the same name, so that what a killed process left is overwritten; not while another process is writing it.
    private string WriteFile(TrackIndex index)
    {
        var unfinished = database.Folder.IndexPath + ".tmp";
        var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        try
        {
            string hash;
            using (stream) hash = TrackIndexFile.Write(index, stream);
            File.Move(unfinished, database.Folder.IndexPath, overwrite: true);
            return hash;
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    private static string Stamp(long version, string hash) => string.Create(CultureInfo.InvariantCulture, $"{TrackIndexFile.Format}:{version}:{hash}");
}
