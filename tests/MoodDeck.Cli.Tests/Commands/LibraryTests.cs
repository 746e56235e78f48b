using Microsoft.Data.Sqlite;
using MoodDeck.Library;
using MoodDeck.Library.Storage;

namespace MoodDeck.Cli.Tests.Commands;

public sealed class LibraryTests : IDisposable
{
    private readonly CliProcess _cli = new();

    [Fact]
    public async Task Import_SameTableTwice_LeavesSameRows()
    {
        _cli.Folder.Write("songs.csv", "name,artist,valence,energy\n\"One, two\",A,0.9,0.8\nThree,B,0.1,0.2\n");

        var first = await _cli.RunAsync("library", "import", "songs.csv", "--json");
        var second = await _cli.RunAsync("library", "import", "songs.csv");
        var export = await _cli.RunAsync("library", "export", "--source", "import", "--out", "out.csv");

        Assert.Equal(2, first.Document.GetProperty("files")[0].GetProperty("added").GetInt32());
        Assert.Contains("0 new", second.Out, StringComparison.Ordinal);
        Assert.Equal(0, export.ExitCode);
        Assert.Equal(3, File.ReadAllLines(Path.Combine(_cli.Folder.Path, "out.csv")).Length);
    }

    [Fact]
    public async Task Import_RowsOfEveryKind_SaysWhatBecameOfThem()
    {
        _cli.Folder.Write("songs.csv", "name,artist,valence_tags\nOne,Somebody,7\nOne (Live),Somebody,7\n,Somebody,7\n,Somebody,7\nTwo,Somebody,high\n");

        var result = await _cli.RunAsync("library", "import", "songs.csv");

        Assert.Contains("5 rows; 2 new, 0 changed, 0 as before, 1 merged, 2 skipped", result.Out, StringComparison.Ordinal);
        Assert.Contains("title from name, artist, valence from valence_tags", result.Out, StringComparison.Ordinal);
        Assert.Contains("valence from 1 to 9", result.Out, StringComparison.Ordinal);
        Assert.Contains("2 rows: each has no title (the first is row 4)", result.Out, StringComparison.Ordinal);
        Assert.Contains("row 6: valence is 'high'", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_Playlist_IsAmongThePlaylists()
    {
        _cli.Folder.Write("evening.m3u", "#EXTM3U\n#EXTINF:10,Somebody - One\none.mp3\n");

        await _cli.RunAsync("library", "import", "evening.m3u");
        var result = await _cli.RunAsync("playlists", "list");

        Assert.Contains("evening", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OneTableMissing_TakesTheOtherAndEndsWithOne()
    {
        _cli.Folder.Write("songs.csv", "title,artist,valence,arousal\nA song,Somebody,0.5,0.5\n");

        var result = await _cli.RunAsync("library", "import", "missing.csv", "songs.csv", "--json");

        result.AssertOneLineError(1);
        var files = result.Document.GetProperty("files");
        Assert.NotEmpty(files[0].GetProperty("error").GetString()!);
        Assert.Equal(1, files[1].GetProperty("added").GetInt32());
    }

    [Fact]
    public async Task List_Words_FindsThem()
    {
        _cli.Folder.Write("songs.csv", "title,artist\nZugzwang Serenade,Somebody\n");
        await _cli.RunAsync("library", "import", "songs.csv");

        var result = await _cli.RunAsync("library", "list", "--query", "zugzwang", "--json");

        Assert.Equal(1, result.Document.GetProperty("total").GetInt32());
        Assert.Equal("Zugzwang Serenade", result.Document.GetProperty("tracks")[0].GetProperty("title").GetString());
    }

    [Fact]
    public async Task Stats_FreshFolder_HoldsStarterCatalogue()
    {
        var result = await _cli.RunAsync("library", "stats", "--json");

        Assert.True(result.Document.GetProperty("tracks").GetInt32() >= 1200);
        Assert.True(result.Document.GetProperty("languages").GetInt32() >= 12);
    }

    [Fact]
    public async Task Export_ToStdout_IsTheTableAndNothingElse()
    {
        var result = await _cli.RunAsync("library", "export", "--source", "starter");

        Assert.Equal(0, result.ExitCode);
        var header = result.Out.TrimStart('\uFEFF').Split('\n')[0].Trim().Split(',');
        foreach (var column in (string[])["title", "artist", "album", "year", "language", "genre", "valence", "arousal", "dominance", "source"])
            Assert.Contains(column, header);
    }

    [Fact]
    public async Task Export_FolderThatIsNotThere_EndsWithOneAndOneLine()
    {
        var result = await _cli.RunAsync("library", "export", "--out", "no/such/folder/out.csv");

        result.AssertOneLineError(1);
    }

    [Fact]
    public async Task Scan_FolderThatIsNotThere_EndsWithOneAndOneLine()
    {
        var result = await _cli.RunAsync("library", "scan", "no-such-folder");

        result.AssertOneLineError(1);
    }

    [Fact]
    public async Task ExportToTags_NobodyToAsk_WantsYesAndThenWrites()
    {
        var music = Directory.CreateDirectory(Path.Combine(_cli.Folder.Path, "music")).FullName;
        using (var ffmpeg = System.Diagnostics.Process.Start("ffmpeg", ["-nostdin", "-v", "error", "-f", "lavfi", "-i", "sine=duration=12", "-af", "tremolo=f=2:d=0.9", Path.Combine(music, "a.mp3")]))
            await ffmpeg.WaitForExitAsync(TestContext.Current.CancellationToken);
        await _cli.RunAsync("library", "scan", music);
        // No model has to be sure about a bare tone.
        var database = LibraryDatabase.Open(DataFolder.Open(Path.Combine(_cli.Folder.Path, "data")));
        using (SqliteConnection connection = new($"Data Source={database.Folder.DatabasePath};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE tracks SET valence_sigma = 0.3, arousal_sigma = 0.3 WHERE source = 'library'";
            Assert.Equal(1, command.ExecuteNonQuery());
        }

        var unasked = await _cli.RunAsync("library", "export", "--to-tags");
        var mixed = await _cli.RunAsync("library", "export", "--to-tags", "--out", "x.csv");
        var trial = await _cli.RunAsync("library", "export", "--to-tags", "--dry-run");
        var written = await _cli.RunAsync("library", "export", "--to-tags", "--yes", "--json");

        unasked.AssertOneLineError(2);
        mixed.AssertOneLineError(2);
        Assert.Contains("1 would be written", trial.Out, StringComparison.Ordinal);
        Assert.Equal((0, 1, 0), (written.ExitCode, written.Document.GetProperty("written").GetInt32(), written.Document.GetProperty("leftAlone").GetArrayLength()));
    }

    public void Dispose() => _cli.Dispose();
}
