namespace MoodDeck.Cli.Tests.Commands;

public sealed class BenchSocketsTests : IDisposable
{
    private readonly CliProcess _cli = new();

    [Fact]
    public async Task BenchSockets_Json_TellsWhatTheServerAnswered()
    {
        var result = await _cli.RunAsync("bench", "sockets", "--cameras", "2", "--rate", "5", "--seconds", "1", "--json");

        Assert.Equal(0, result.ExitCode);
        var figures = Assert.Single(result.Document.GetProperty("cases").EnumerateArray());
        Assert.Equal(2, figures.GetProperty("cameras").GetInt32());
        Assert.Equal(10, figures.GetProperty("sent").GetInt32());
        var answered = figures.GetProperty("answered").GetInt32();
        Assert.InRange(answered, 1, 10);
        Assert.Equal(answered / 2.0, figures.GetProperty("framesPerSecond").GetDouble(), 0.01);
        Assert.InRange(figures.GetProperty("medianDelayMs").GetDouble(), 0.01, figures.GetProperty("p95DelayMs").GetDouble());
        Assert.True(figures.GetProperty("serverMegabytes").GetDouble() > 0);
    }

    [Fact]
    public async Task BenchSockets_WhatCannotBe_IsRefused()
    {
        (await _cli.RunAsync("bench", "sockets", "--cameras", "9")).AssertOneLineError(2);
        (await _cli.RunAsync("bench", "sockets", "--image", "missing.jpg")).AssertOneLineError(1);
    }

    public void Dispose() => _cli.Dispose();
}
