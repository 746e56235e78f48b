namespace MoodDeck.Cli.Tests.Commands;

public sealed class RecommendTests : IDisposable
{
    private readonly CliProcess _cli = new();

    [Fact]
    public async Task Recommend_SameSeed_GivesSameQueue()
    {
        var first = await _cli.RunAsync("recommend", "--mood", "calm", "--limit", "10", "--seed", "7", "--json");
        var second = await _cli.RunAsync("recommend", "--mood", "calm", "--limit", "10", "--seed", "7", "--json");

        Assert.Equal(0, first.ExitCode);
        Assert.Equal(10, IdsOf(first).Length);
        Assert.Equal(IdsOf(first), IdsOf(second));
    }

    [Theory]
    [InlineData("--vad", "-0.4,-0.3,0")]
    [InlineData("--vad=-0.4,-0.3,0")]
    public async Task Recommend_VadInEitherForm_IsTheTarget(params string[] vad)
    {
        var result = await _cli.RunAsync(["recommend", .. vad, "--limit", "3", "--json"]);

        var target = result.Document.GetProperty("target");
        Assert.Equal(-0.4, target.GetProperty("valence").GetDouble(), 3);
        Assert.Equal(-0.3, target.GetProperty("arousal").GetDouble(), 3);
    }

    [Fact]
    public async Task Recommend_PointBesideName_TakesThePoint()
    {
        var result = await _cli.RunAsync("recommend", "--mood", "happy", "--vad", "-0.5,0,0", "--json");

        Assert.Equal(-0.5, result.Document.GetProperty("target").GetProperty("valence").GetDouble(), 3);
    }

    [Theory]
    [InlineData("es")]
    [InlineData("Spanish")]
    public async Task Recommend_Language_IsKeptTo(string language)
    {
        var result = await _cli.RunAsync("recommend", "--mood", "happy", "--language", language, "--limit", "10", "--json");

        Assert.All(result.Document.GetProperty("tracks").EnumerateArray(), t => Assert.Equal("es", t.GetProperty("language").GetString()));
    }

    [Fact]
    public async Task Recommend_LanguageNothingIsSungIn_AnswersEmptyQueueAndSaysSo()
    {
        var result = await _cli.RunAsync("recommend", "--mood", "happy", "--language", "vo", "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(IdsOf(result));
        Assert.Contains("Volapuk", result.Document.GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recommend_ForPeople_ShowsReasonsAndLinks()
    {
        var result = await _cli.RunAsync("recommend", "--mood", "sad", "--limit", "3");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("match: sad", result.Out, StringComparison.Ordinal);
        Assert.Contains("https://", result.Out, StringComparison.Ordinal);
        Assert.Contains("3 tracks", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recommend_ImageThatIsMissing_EndsWithOneAndOneLine()
    {
        var result = await _cli.RunAsync("recommend", "--image", "missing.jpg");

        result.AssertOneLineError(1);
    }

    [Fact]
    public async Task Recommend_DataFolderThatIsAFile_EndsWithOneAndOneLine()
    {
        var result = await _cli.RunAsync("recommend", "--mood", "calm", "--data", _cli.Folder.Write("file", "x"));

        result.AssertOneLineError(1);
    }

    [Fact]
    public async Task Recommend_Radio_GoesByItsSeedAndTakesNoOtherMood()
    {
        var artist = await _cli.RunAsync("recommend", "--radio-artist", "nick drake", "--limit", "5", "--json");
        Assert.Equal(5, artist.Document.GetProperty("tracks").GetArrayLength());
        Assert.InRange(artist.Document.GetProperty("target").GetProperty("arousal").GetDouble(), -1, -0.2);
        var group = await _cli.RunAsync("recommend", "--radio-group", "1", "--json");
        Assert.True(group.Document.GetProperty("target").GetProperty("valence").GetDouble() > 0.3);
        Assert.Equal(2, (await _cli.RunAsync("recommend", "--radio-group", "1", "--mood", "calm")).ExitCode);
        Assert.Equal("error: there is no mood group 99. See: mooddeck library moods", (await _cli.RunAsync("recommend", "--radio-group", "99")).Error.Trim());
    }

    private static string[] IdsOf(CliResult result) =>
        [.. result.Document.GetProperty("tracks").EnumerateArray().Select(t => t.GetProperty("id").GetString()!)];

    public void Dispose() => _cli.Dispose();
}
