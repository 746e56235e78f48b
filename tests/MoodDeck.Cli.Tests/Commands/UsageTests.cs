namespace MoodDeck.Cli.Tests.Commands;

public sealed class UsageTests : IDisposable
{
    private readonly CliProcess _cli = new();

    [Theory]
    [InlineData("analyze", "--no-such-option")]
    [InlineData("analyze")]
    [InlineData("analyze", "a.jpg", "--annotate")]
    [InlineData("recommend", "--mood", "no-such-mood")]
    [InlineData("recommend", "--vad", "9,9,9")]
    [InlineData("recommend", "--vad", "-0.4,0")]
    [InlineData("recommend", "--vad", "a,b,c")]
    [InlineData("recommend", "--vad", "NaN,0,0")]
    [InlineData("recommend", "--vad", "--limit", "3")]
    [InlineData("recommend", "--from", "0.1,0.2,0.3")]
    [InlineData("recommend", "--language", "klingon")]
    [InlineData("recommend", "--strategy", "sulk")]
    [InlineData("recommend", "--source", "moon")]
    [InlineData("recommend", "--limit", "0")]
    [InlineData("recommend", "--limit", "many")]
    [InlineData("recommend", "stray")]
    [InlineData("library")]
    [InlineData("library", "export", "--format", "xlsx")]
    [InlineData("no-such-command")]
    [InlineData("demo", "create")]
    public async Task Run_WrongUsage_EndsWithTwoAndOneLine(params string[] arguments)
    {
        var result = await _cli.RunAsync(arguments);

        result.AssertOneLineError(2);
        Assert.Empty(result.Out);
    }

    [Fact]
    public async Task Run_MoodNobodyDefined_NamesThoseThereAre()
    {
        var result = await _cli.RunAsync("recommend", "--mood", "blorp");

        Assert.Contains("'blorp'", result.Error, StringComparison.Ordinal);
        Assert.Contains("melancholic", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-command", "--help")]
    [InlineData("library", "no-such-command", "--help")]
    [InlineData("evaluate", "text", "--help")]
    public async Task Help_OfCommandThatDoesNotExist_IsWrongUsage(params string[] arguments)
    {
        var result = await _cli.RunAsync(arguments);

        result.AssertOneLineError(2);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("analyze")]
    [InlineData("recommend")]
    [InlineData("library", "scan")]
    [InlineData("library", "import")]
    [InlineData("library", "list")]
    [InlineData("library", "stats")]
    [InlineData("library", "export")]
    [InlineData("demo", "create")]
    [InlineData("train", "emotion")]
    [InlineData("train", "faces")]
    [InlineData("evaluate", "emotion")]
    [InlineData("evaluate", "faces")]
    [InlineData("doctor")]
    public async Task Help_OfEveryCommand_EndsWithExamples(params string[] command)
    {
        var result = await _cli.RunAsync([.. command, "--help"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Examples:\n  ./mooddeck " + string.Join(' ', command), result.Out, StringComparison.Ordinal);
    }

    public void Dispose() => _cli.Dispose();
}
