namespace MoodDeck.Cli.Tests.Commands;

public sealed class BenchTests : IDisposable
{
    private readonly CliProcess _cli = new();

    [Fact]
    public async Task BenchTrain_Json_TellsTheDocumentedFigures()
    {
        var result = await _cli.RunAsync("bench", "train", "--json", "--seconds", "1", "--batch", "8", "--threads", "1");

        Assert.Equal(0, result.ExitCode);
        var figures = result.Document;
        Assert.Equal(86_779_904, figures.GetProperty("macsPerImage").GetInt64());
        Assert.Equal(8, figures.GetProperty("batch").GetInt32());
        Assert.Equal(1, figures.GetProperty("threads").GetInt32());
        var imagesPerSecond = figures.GetProperty("imagesPerSecond").GetDouble();
        Assert.True(imagesPerSecond > 0);
        Assert.True(figures.GetProperty("imagesPerCpuSecond").GetDouble() > 0);
        Assert.Equal(6 * 86_779_904 * imagesPerSecond / 1e9, figures.GetProperty("gflops").GetDouble(), 1e-6);
    }

    [Theory]
    [InlineData("--batch", "0")]
    [InlineData("--seconds", "-1")]
    [InlineData("--seconds", "long")]
    public async Task BenchTrain_ValueOutOfRange_IsRefused(string option, string value)
    {
        var result = await _cli.RunAsync("bench", "train", option, value);

        result.AssertOneLineError(2);
        Assert.Contains(option, result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _cli.Dispose();
}
