using Dapper;
using Microsoft.Data.Sqlite;
using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Library.Import;
using MoodDeck.Library.Listeners;
using MoodDeck.Library.Storage;
using MoodDeck.Library.Tests.Journal;

namespace MoodDeck.Library.Tests.Storage;

/// <summary>What only SQLite does.</summary>
public sealed class SqliteEngineTests
{
    [Fact]
    public void Open_FreshFolder_IsSoundAndWritesAhead()
    {
        using var library = new TestLibrary(fresh: true);
        using var connection = library.Database.Connect();
        Assert.Equal("wal", connection.ExecuteScalar<string>("PRAGMA journal_mode"));
        Assert.Equal(1, connection.ExecuteScalar<int>("PRAGMA foreign_keys"));
        Assert.Equal("ok", connection.ExecuteScalar<string>("PRAGMA integrity_check"));
    }

    [Fact]
    public void Open_FileThatIsNoDatabase_SaysSo()
    {
        using var temp = new TempFolder();
        var folder = DataFolder.Open(temp.At("data"));
        File.WriteAllText(folder.DatabasePath, new string('x', 5000));
        Assert.Contains("is not a MoodDeck database", Assert.Throws<LibraryException>(() => LibraryDatabase.Open(folder)).Message);
        SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task WriteAsync_DiskFull_SaysSoAndKeepsWhatWasThere()
    {
        using var library = new TestLibrary();
        var before = (await library.TracksAsync()).Count;
        var error = await Assert.ThrowsAsync<LibraryException>(() => library.Database.WriteAsync(
            (connection, transaction) =>
            {
                // SQLite reports a database at its page limit exactly as it reports a full disk.
                connection.Execute("PRAGMA max_page_count = 1", transaction: transaction);
                return connection.Execute("INSERT INTO artwork (id, media_type, bytes) VALUES ('x', 'image/png', zeroblob(5000000))", transaction: transaction);
            },
            CancellationToken.None));
        Assert.Contains("is full", error.Message);
        SqliteConnection.ClearAllPools();
        Assert.Equal(before, (await library.TracksAsync()).Count);
    }

    [Fact]
    public async Task EraseCorrectionsAsync_Afterwards_NoVectorLiesInFileOrLog()
    {
        using var library = new TestLibrary();
        var store = library.Get<IPersonalFaceStore>();
        await store.AddCorrectionAsync(
            "default", new("model", Emotion.Fear, EmotionScores.FromWeights([3, 1, 1, 1, 1, 1, 1, 1]), Enumerable.Repeat(123456.78f, 300).ToArray()));
        await store.EraseCorrectionsAsync("default");
        Assert.All(
            Directory.GetFiles(Path.GetDirectoryName(library.Data.DatabasePath)!, Path.GetFileName(library.Data.DatabasePath) + "*"),
            file => Assert.Equal(-1, Bytes(file).AsSpan().IndexOf(Blobs.Of([123456.78f, 123456.78f]))));
    }

    /// <summary>What a file holds; nothing when SQLite took its log away meanwhile, as it does with its last connection.</summary>
    private static byte[] Bytes(string path)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using MemoryStream copy = new();
            file.CopyTo(copy);
            return copy.ToArray();
        }
        catch (FileNotFoundException)
        {
            return [];
        }
    }

    [Fact]
    public async Task ImportAsync_KilledInTheMiddle_LeavesAWholeDatabaseWithoutTheTable()
    {
        using var library = new TestLibrary();
        var table = library.Write("big.csv", "title\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"Song {i}\n")));
        var killed = Directory.CreateDirectory(library.At("killed")).FullName;
        await library.Importer.ImportAsync(table, new Immediate<ImportProgress>(now =>
        {
            // The files as a killed process would leave them: some rows written, nothing committed.
            if (now is { Rows: 3000, Total: 5000 })
                foreach (var file in Directory.GetFiles(library.Data.Path, "mooddeck.db*")) File.Copy(file, Path.Combine(killed, Path.GetFileName(file)));
        }));

        var database = LibraryDatabase.Open(DataFolder.Open(killed));
        using var connection = database.Connect();
        Assert.Equal("ok", connection.ExecuteScalar<string>("PRAGMA integrity_check"));
        Assert.Equal(0, connection.ExecuteScalar<int>("SELECT count(*) FROM tracks WHERE source = 'import'"));
        Assert.True(connection.ExecuteScalar<int>("SELECT count(*) FROM tracks WHERE source = 'starter'") > 1000);
        Assert.Equal(5000, (await library.TracksAsync(TrackSource.Import)).Count);
    }

    [Fact]
    public async Task EraseAsync_All_LeavesNoTraceInTheFiles()
    {
        using var rig = await JournalRig.StartAsync();
        var mark = "unforgettable-" + Guid.NewGuid().ToString("N");
        await rig.PlayAsync("2026-11-22T10:00:00Z", mark, PlayEvent.Started);
        Assert.True(IsOnDisk(rig, mark));
        await rig.Moods.EraseAsync("default", null, null);
        Assert.False(IsOnDisk(rig, mark));
    }

    private static bool IsOnDisk(JournalRig rig, string text) => Directory.EnumerateFiles(Path.GetDirectoryName(rig.Library.Data.DatabasePath)!)
        .Any(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray().AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0;
        });
}
