using System.Text;
using System.Text.Json;
using MoodDeck.Core.Music;
using MoodDeck.Library.Export;

namespace MoodDeck.Library.Tests.Export;

public sealed class LibraryExporterTests
{
    private const string Table =
        "title,artist,album,year,language,genre,valence,arousal,dominance,duration_ms\n" +
        "\"=HYPERLINK(\"\"http://x\"\")\",@risk,-minus,1999,en,pop,0.25,-0.5,0.125,61000\n" +
        "'=already,'quoted,+plus,,,,-0.75,0.5,,\n" +
        "\"Two\nlines\",\"A, B\",,2001,zxx,ambient,0.5,-0.9,0,\n" +
        "Unknown,,,,,,,,,\n";

    [Theory]
    [InlineData(ExportFormat.Csv, "out.csv")]
    [InlineData(ExportFormat.Json, "out.json")]
    public async Task ExportAsync_ReadBackIntoAnotherFolder_IsTheSame(ExportFormat format, string name)
    {
        using var library = new TestLibrary();
        await library.ImportAsync("t.csv", Table);
        var path = await ExportAsync(library, format, name, TrackSource.Import);

        using var other = new TestLibrary();
        var report = await other.Importer.ImportAsync(path);
        Assert.Equal((4, 4, 0), (report.Rows, report.Added, report.Skipped));
        Assert.Equal(await library.TracksAsync(TrackSource.Import), await other.TracksAsync(TrackSource.Import));
    }

    [Fact]
    public async Task ExportAsync_WholeCatalogueReadBackIntoItself_ChangesNothing()
    {
        using var library = new TestLibrary();
        await library.ImportAsync("t.csv", Table);
        var before = await library.TracksAsync();
        var report = await library.Importer.ImportAsync(await ExportAsync(library, ExportFormat.Csv, "all.csv", null));
        Assert.Equal((before.Count, before.Count), (report.Rows, report.Unchanged));
        Assert.Equal(before, await library.TracksAsync());
    }

    [Fact]
    public async Task ExportAsync_Csv_StartsWithTheContractsColumnsAndRunsNoFormula()
    {
        using var library = new TestLibrary();
        await library.ImportAsync("t.csv", Table);
        var lines = (await File.ReadAllTextAsync(await ExportAsync(library, ExportFormat.Csv, "out.csv", TrackSource.Import))).Split("\r\n");
        Assert.StartsWith("title,artist,album,year,language,genre,valence,arousal,dominance,source", lines[0]);
        Assert.StartsWith("\"'=HYPERLINK(\"\"http://x\"\")\",'@risk,'-minus,1999,en,pop,0.25,-0.5,0.125,import,", lines[1]);
    }

    [Fact]
    public async Task ExportAsync_Json_IsAnArrayOfNumbersAndTexts()
    {
        using var library = new TestLibrary();
        await library.ImportAsync("t.csv", Table);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(await ExportAsync(library, ExportFormat.Json, "o.json", TrackSource.Import)));
        var first = json.RootElement[0];
        Assert.Equal(0.25, first.GetProperty("valence").GetDouble());
        Assert.Equal("=HYPERLINK(\"http://x\")", first.GetProperty("title").GetString());
        Assert.Equal(JsonValueKind.Null, json.RootElement[3].GetProperty("artist").ValueKind);
    }

    [Fact]
    public async Task ExportAsync_Playlist_HoldsOnlyWhatPlays()
    {
        using var library = new TestLibrary();
        using var stream = new MemoryStream();
        Assert.Equal(0, await library.Exporter.ExportAsync(stream, ExportFormat.M3u8));
        Assert.Equal("#EXTM3U\n", Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static async Task<string> ExportAsync(TestLibrary library, ExportFormat format, string name, TrackSource? source)
    {
        var path = library.At(name);
        await using var stream = File.Create(path);
        await library.Exporter.ExportAsync(stream, format, source);
        return path;
    }
}
