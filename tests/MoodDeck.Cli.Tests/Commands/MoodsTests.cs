namespace MoodDeck.Cli.Tests.Commands;

public sealed class MoodsTests : IDisposable
{
    private readonly CliProcess _cli = new();

    [Fact]
    public async Task Moods_Report_IsAPageThatNeedsNothingElse()
    {
        _cli.Folder.Write("songs.csv", "title,artist,valence,arousal\n<b>Sly</b>,\"</p><script>alert(1)</script>\",0.5,0.55\n");
        await _cli.RunAsync("library", "import", "songs.csv");

        var result = await _cli.RunAsync("library", "moods", "--groups", "7", "--report", "deep/moods.html", "--json");

        Assert.Equal(7, result.Document.GetProperty("groups").GetArrayLength());
        var page = await File.ReadAllTextAsync(Path.Combine(_cli.Folder.Path, "deep", "moods.html"));
        Assert.Equal(7, page.Split("<ellipse").Length - 1);
        Assert.Equal(1546, page.Split("class=\"speck").Length - 1);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moods_Text_NamesEachGroupAndHowToHearIt()
    {
        var result = await _cli.RunAsync("library", "moods");
        Assert.Contains("1545 tracks of known mood in 4 groups", result.Out, StringComparison.Ordinal);
        Assert.Contains("--radio-group", result.Out, StringComparison.Ordinal);
        Assert.Equal(2, (await _cli.RunAsync("library", "moods", "--groups", "13")).ExitCode);
    }

    public void Dispose() => _cli.Dispose();
}
