using System.Globalization;
using System.IO.Compression;
using System.Text;
using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Library.Import;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Tests.Import;

public sealed class TableImporterTests
{
    private static string TwoHundred { get; } = "name,artist,valence,energy,tempo\r\n" + string.Concat(Enumerable.Range(0, 200).Select(n =>
        string.Create(CultureInfo.InvariantCulture, $"\"Song, {n} \"\"q\"\"\",Artist {n % 50},{n * 37 % 100 / 100.0},{n * 59 % 100 / 100.0},{60 + (n % 120)}\r\n")));

    [Fact]
    public async Task ImportAsync_SameTableTwice_LeavesTheSameRows()
    {
        using var library = new TestLibrary();
        var first = await library.ImportAsync("songs.csv", TwoHundred);
        var tracks = await library.TracksAsync(TrackSource.Import);
        var second = await library.ImportAsync("songs.csv", TwoHundred);
        Assert.Equal((200, 200, 0, 0), (first.Rows, first.Added, first.Updated, first.Skipped));
        Assert.Equal((200, 0, 0, 200), (second.Rows, second.Added, second.Updated, second.Unchanged));
        Assert.Equal(tracks, await library.TracksAsync(TrackSource.Import));
        Assert.Contains(tracks, t => t is { Title: "Song, 7 \"q\"", Artist: "Artist 7" });
    }

    [Fact]
    public async Task ImportAsync_ChangedRow_IsUpdated()
    {
        using var library = new TestLibrary();
        await library.ImportAsync("songs.csv", TwoHundred);
        var report = await library.ImportAsync("songs.csv", TwoHundred.Replace("Song, 4 \"\"q\"\"\",Artist 4,0.48", "Song, 4 \"\"q\"\"\",Artist 4,0.49", StringComparison.Ordinal));
        Assert.Equal((1, 199), (report.Updated, report.Unchanged));
    }

    [Theory]
    [InlineData("0.75,0.25\n0.1,0.9", 0.5, -0.5, "0 to 1")]
    [InlineData("75,25\n10,90", 0.5, -0.5, "0 to 100")]
    [InlineData("0.5,-0.5\n-0.8,0.8", 0.5, -0.5, "-1 to 1")]
    public async Task ImportAsync_AnyScale_IsRead(string values, double valence, double arousal, string scale)
    {
        using var library = new TestLibrary();
        var lines = values.Split('\n');
        var report = await library.ImportAsync("t.csv", $"song,valence,arousal\nOne,{lines[0]}\nTwo,{lines[1]}\n");
        var one = (await library.TracksAsync(TrackSource.Import)).Single(t => t.Title == "One");
        Assert.Equal(valence, one.Mood.Mean.Valence, 6);
        Assert.Equal(arousal, one.Mood.Mean.Arousal, 6);
        Assert.Equal(0, one.Mood.Mean.Dominance);
        Assert.Equal(VadCovariance.WidestSigma, one.Mood.Sigma.Dominance, 6);
        Assert.Contains(scale, report.Scale);
    }

    [Fact]
    public async Task ImportAsync_ScaleThatIsNone_SaysSoAndTakesNothing()
    {
        using var library = new TestLibrary();
        var error = await Assert.ThrowsAsync<LibraryException>(() => library.ImportAsync("t.csv", "title,valence\nA,-4\nB,3\nC,5\n"));
        Assert.Contains("runs from -4 to 5", error.Message);
        Assert.Empty(await library.TracksAsync(TrackSource.Import));
    }

    [Fact]
    public async Task ImportAsync_MissingOrWrongMood_StaysUnknownAndIsNamed()
    {
        using var library = new TestLibrary();
        var report = await library.ImportAsync("t.csv", "title,valence,energy\nA,,0.5\nB,high,0.5\nC,0.5,-1\nD,0.4,0.4\n");
        var tracks = (await library.TracksAsync(TrackSource.Import)).ToDictionary(t => t.Title);
        Assert.Equal(VadCovariance.WidestSigma, tracks["A"].Mood.Sigma.Valence, 6);
        Assert.Equal(VadCovariance.WidestSigma, tracks["B"].Mood.Sigma.Valence, 6);
        Assert.Equal(VadCovariance.WidestSigma, tracks["C"].Mood.Sigma.Arousal, 6);
        Assert.InRange(tracks["D"].Mood.Sigma.Valence, 0.2, 0.5);
        Assert.Equal(4, report.Added);
        var problem = Assert.Single(report.Problems);
        Assert.Equal(3, problem.Line);
        Assert.Contains("'high'", problem.Reason);
    }

    [Fact]
    public async Task ImportAsync_NoTitleColumn_NamesTheColumns()
    {
        using var library = new TestLibrary();
        var error = await Assert.ThrowsAsync<LibraryException>(() => library.ImportAsync("t.csv", "price,colour\n1,red\n"));
        Assert.Contains("no title column; it has: price, colour", error.Message);
    }

    [Fact]
    public async Task ImportAsync_OnlyFeatures_SkipsEveryRowAndSaysWhy()
    {
        using var library = new TestLibrary();
        var report = await library.ImportAsync("t.csv", "danceability,energy,valence\n0.1,0.5,0.5\n0.2,0.4,0.4\n");
        Assert.Equal((2, 0, 2), (report.Rows, report.Added, report.Skipped));
        Assert.Equal(new ReasonCount("has no title", 2, 2), Assert.Single(report.Reasons));
    }

    [Fact]
    public async Task ImportAsync_WithoutArtists_IsStillATableOfTracks()
    {
        using var library = new TestLibrary();
        var report = await library.ImportAsync("t.csv", "name,valence,energy\nOne,0.1,0.2\nTwo,0.3,0.4\n");
        Assert.Equal(2, report.Added);
        Assert.All(await library.TracksAsync(TrackSource.Import), t => Assert.Null(t.Artist));
        var plan = await library.Get<QueuePlanner>().PlanAsync(new() { Sources = [TrackSource.Import] });
        Assert.Equal(2, plan.Tracks.Count);
    }

    [Fact]
    public async Task ImportAsync_RaggedEmptyAndRepeatedRows_AreCountedAndNamed()
    {
        using var library = new TestLibrary();
        var report = await library.ImportAsync("t.csv", "title,artist\nA,X\n\nB\nC,X,Z\nD,X,\n,X\nA,X\n");
        Assert.Equal((6, 2, 1, 3), (report.Rows, report.Added, report.Merged, report.Skipped));
        Assert.Equal([4, 5, 7], report.Problems.Select(p => p.Line));
        Assert.Contains(new("is the same song as an earlier row", 1, 8), report.Reasons);
    }

    [Fact]
    public async Task ImportAsync_ByteOrderMarksAndOldEncodings_AreRead()
    {
        using var library = new TestLibrary();
        var text = "title;artist\nMañana;Sigur Rós\nL’été;Zoé\n";
        File.WriteAllText(library.At("bom.csv"), text, new UTF8Encoding(true));
        File.WriteAllText(library.At("utf16.csv"), text.Replace("Mañana", "Señor", StringComparison.Ordinal), Encoding.Unicode);
        byte[] mixed =
        [
            .. "title;artist\n"u8, .. CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("Coração €;Zoé\n"), .. "Ünïcode 夜;Björk\n"u8,
        ];
        File.WriteAllBytes(library.At("mixed.csv"), mixed);
        foreach (var name in (string[])["bom.csv", "utf16.csv", "mixed.csv"]) await library.Importer.ImportAsync(library.At(name));
        var titles = (await library.TracksAsync(TrackSource.Import)).Select(t => t.Title).ToHashSet();
        Assert.Equal(["Coração €", "L’été", "Mañana", "Señor", "Ünïcode 夜"], titles.Order(StringComparer.Ordinal).Order());
    }

    [Fact]
    public async Task ImportAsync_SpotifyStyleTable_FillsEveryField()
    {
        using var library = new TestLibrary();
        await library.ImportAsync(
            "t.tsv",
            "track\ttitle\tartist\talbum\tyear\tgenre\tlanguage\tenergy\tvalence\tduration_ms\tspotify_id\n" +
            "T1\t\"Heroes\t['David Bowie', 'Brian Eno']\tHeroes\t1977-10-14\tRock\tEnglish\t0.75\t0.5\t371000\tabc\n" +
            "T2\tEven\t!!!\tAs If\t1960s\tPop\tKlingon\t0.5\t0.5\t60000\tdef\n");
        var tracks = (await library.TracksAsync(TrackSource.Import)).OrderByDescending(t => t.Year).ToList();
        Assert.Equal(("\"Heroes", "David Bowie", "Heroes", 1977, "rock", "en", 371.0), (
            tracks[0].Title, tracks[0].Artist, tracks[0].Album, tracks[0].Year, tracks[0].Genre, tracks[0].Language, tracks[0].DurationSeconds));
        Assert.Equal((0, 0.5), (tracks[0].Mood.Mean.Valence, tracks[0].Mood.Mean.Arousal));
        Assert.Null(tracks[1].Year);
        Assert.Null(tracks[1].Language);
    }

    [Fact]
    public async Task ImportAsync_GzippedTableAndJson_AreRead()
    {
        using var library = new TestLibrary();
        await using (var zip = new GZipStream(File.Create(library.At("t.csv.gz")), CompressionLevel.Fastest))
            await zip.WriteAsync(Encoding.UTF8.GetBytes("title,artist\nZipped,A\n"));
        await library.Importer.ImportAsync(library.At("t.csv.gz"));
        var report = await library.ImportAsync(
            "t.json", """[{"name":"Json","artists":[{"name":"B"}],"valence":0.9,"energy":0.2,"duration":"3:05"},{"energy":0.1},7]""");
        Assert.Equal((3, 1, 2), (report.Rows, report.Added, report.Skipped));
        var json = (await library.TracksAsync(TrackSource.Import)).Single(t => t.Title == "Json");
        Assert.Equal(("B", 185.0), (json.Artist, json.DurationSeconds));
        Assert.Equal(2, (await library.TracksAsync(TrackSource.Import)).Count);
    }

    [Theory]
    [InlineData("t.json", "[{\"title\":\"A\"},{\"title\":")]
    [InlineData("t.json", "{\"title\":\"A\"")]
    [InlineData("t.json", "title,artist")]
    [InlineData("t.json", "[{\"title\":\"A\",\"\\ud800\":1}]")]
    [InlineData("t.csv", "\u0001\u0002,\u0003\n1,2\n")]
    [InlineData("t.csv", "PK\u0003\u0004")]
    [InlineData("t.csv", "\u0089PNG\r\n")]
    [InlineData("t.xspf", "<playlist><trackList><track><title>A</title></track>")]
    [InlineData("t.xml", "<html></html>")]
    [InlineData("t.csv", "")]
    [InlineData("t.csv.gz", "\u001f\u008b broken")]
    [InlineData("t.csv", "title\n\u0000\u0001")]
    public async Task ImportAsync_BrokenFile_FailsInOneLineAndTakesNothing(string name, string content)
    {
        using var library = new TestLibrary();
        File.WriteAllBytes(library.At(name), Encoding.Latin1.GetBytes(content));
        if (content.Contains('\0', StringComparison.Ordinal))
        {
            await library.Importer.ImportAsync(library.At(name)); // odd, but a title
            return;
        }

        var error = await Assert.ThrowsAsync<LibraryException>(() => library.Importer.ImportAsync(library.At(name)));
        Assert.DoesNotContain('\n', error.Message);
        Assert.Empty(await library.TracksAsync(TrackSource.Import));
    }

    [Fact]
    public async Task ImportAsync_FileOrFolderThatIsNone_SaysSo()
    {
        using var library = new TestLibrary();
        Assert.Contains("There is no file", (await Assert.ThrowsAsync<LibraryException>(() => library.Importer.ImportAsync(library.At("none.csv")))).Message);
        Assert.Contains("is a folder", (await Assert.ThrowsAsync<LibraryException>(() => library.Importer.ImportAsync(library.At("data")))).Message);
    }

    [Fact]
    public async Task ImportAsync_QuoteNeverClosed_SaysWhere()
    {
        using var library = new TestLibrary();
        var text = new StringBuilder("title,artist\nA,X\n\"B,X\n");
        for (var i = 0; i < 20_000; i++) text.Append("Song ").Append(i).Append(",X\n");
        var error = await Assert.ThrowsAsync<LibraryException>(() => library.ImportAsync("t.csv", text.ToString()));
        Assert.Contains("never closed", error.Message);
        Assert.Empty(await library.TracksAsync(TrackSource.Import));
    }

    [Fact]
    public async Task ImportAsync_CancelledInTheMiddle_TakesNothing()
    {
        using var library = new TestLibrary();
        var table = library.Write("big.csv", "title\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"Song {i}\n")));
        using var cancel = new CancellationTokenSource();
        var progress = new Immediate<ImportProgress>(_ => cancel.Cancel());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => library.Importer.ImportAsync(table, progress, cancel.Token));
        Assert.Empty(await library.TracksAsync(TrackSource.Import));
    }

    [Theory]
    [InlineData("big.csv.gz", 0.5)]
    [InlineData("big.json.gz", 0.9)]
    public async Task ImportAsync_TruncatedGzip_TakesNothingAndSaysSo(string name, double share)
    {
        using var library = new TestLibrary();
        var rows = Enumerable.Range(0, 3000).Select(i => name.Contains("json", StringComparison.Ordinal) ? $$"""{"title":"Song {{i}}"}""" : $"Song {i}");
        var whole = new MemoryStream();
        await using (var zip = new GZipStream(whole, CompressionLevel.Fastest, leaveOpen: true))
            await zip.WriteAsync(Encoding.UTF8.GetBytes(name.Contains("json", StringComparison.Ordinal) ? $"[{string.Join(',', rows)}]" : "title\n" + string.Join('\n', rows)));
        await File.WriteAllBytesAsync(library.At(name), whole.ToArray()[..(int)(whole.Length * share)]);
        var error = await Assert.ThrowsAsync<LibraryException>(() => library.Importer.ImportAsync(library.At(name)));
        Assert.Contains("again", error.Message);
        Assert.Empty(await library.TracksAsync(TrackSource.Import));
    }

    [Fact]
    public async Task ImportAsync_SameRowNumbersInTwoTables_AreDifferentSongs()
    {
        using var library = new TestLibrary();
        await library.ImportAsync("a.csv", "id,title\n1,One\n");
        await library.ImportAsync("b.csv", "id,title\n1,Uno\n");
        Assert.Equal(2, (await library.TracksAsync(TrackSource.Import)).Count);
    }
}
