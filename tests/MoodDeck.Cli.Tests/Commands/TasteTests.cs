namespace MoodDeck.Cli.Tests.Commands;

public sealed class TasteTests : IDisposable
{
    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Taste_BegunShownExportedAndErased()
    {
        Assert.Contains("Nothing was learnt yet", (await _cli.RunAsync("taste", "show")).Out, StringComparison.Ordinal);
        Assert.Equal(0, (await _cli.RunAsync("taste", "start", "--artist", "queen", "--language", "Spanish")).ExitCode);
        var taste = (await _cli.RunAsync("taste", "show", "--json")).Document;
        Assert.Equal(2, taste.GetProperty("lessons").GetInt32());
        Assert.Equal("Queen", taste.GetProperty("artists")[0].GetProperty("name").GetString());
        Assert.Equal(2, (await _cli.RunAsync("taste", "export")).Document.GetProperty("lessons").GetArrayLength());
        Assert.Contains("1 lesson", (await _cli.RunAsync("taste", "erase", "--artist", "Queen", "--yes")).Out, StringComparison.Ordinal);
        Assert.Contains("1 lesson", (await _cli.RunAsync("taste", "erase", "--yes")).Out, StringComparison.Ordinal);
        Assert.Equal(0, (await _cli.RunAsync("taste", "show", "--json")).Document.GetProperty("lessons").GetInt32());
    }

    [Fact]
    public async Task Taste_Off_BeginsNothing()
    {
        Assert.Equal(0, (await _cli.RunAsync("taste", "learn", "off")).ExitCode);
        var begun = await _cli.RunAsync("taste", "start", "--artist", "queen");
        Assert.Equal((1, "error: Me wants nothing learnt. Allow it with: mooddeck taste learn on"), (begun.ExitCode, begun.Error.Trim()));
    }

    [Theory]
    [InlineData(1, "no artist called 'Nobody at all'", "taste", "start", "--artist", "Nobody at all")]
    [InlineData(1, "no track 'x'", "taste", "start", "--like", "x")]
    [InlineData(1, "no song plays here yet", "taste", "start")]
    [InlineData(2, "not a language", "taste", "start", "--language", "klingonish")]
    [InlineData(2, "", "taste", "learn", "perhaps")]
    [InlineData(2, "--yes", "taste", "erase")]
    public async Task Taste_BadInput_IsNamed(int exitCode, string says, params string[] arguments)
    {
        var result = await _cli.RunAsync(arguments);
        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(says, result.Error, StringComparison.Ordinal);
    }
}
