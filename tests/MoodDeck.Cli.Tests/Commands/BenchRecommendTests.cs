namespace MoodDeck.Cli.Tests.Commands;

/// <summary><c>bench recommend</c> among few tracks.</summary>
public sealed class BenchRecommendTests : IDisposable
{
    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task BenchRecommend_Json_TellsTheDocumentedFigures()
    {
        var figures = (await _cli.RunAsync("bench", "recommend", "--tracks", "4000", "--requests", "120", "--json")).Document;
        Assert.Equal((4000, 120), (figures.GetProperty("tracks").GetInt32(), figures.GetProperty("requests").GetInt32()));
        var (median, p99) = (figures.GetProperty("medianMs").GetDouble(), figures.GetProperty("p99Ms").GetDouble());
        Assert.True(median > 0 && median <= p99 && p99 <= figures.GetProperty("slowestMs").GetDouble());
        Assert.InRange(figures.GetProperty("bytesPerTrack").GetDouble(), 30, 400);
        Assert.Equal(["match", "lift", "calm", "energise", "focus", "hold"], figures.GetProperty("byStrategy").EnumerateObject().Select(s => s.Name));
        Assert.True(figures.GetProperty("nearest").GetProperty("bruteForce").GetProperty("medianMs").GetDouble() > 0);
    }

    [Fact]
    public async Task BenchRecommend_NoTracks_IsRefused() => Assert.Equal(2, (await _cli.RunAsync("bench", "recommend", "--tracks", "0")).ExitCode);
}
