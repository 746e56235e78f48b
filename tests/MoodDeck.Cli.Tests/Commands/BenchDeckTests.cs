namespace MoodDeck.Cli.Tests.Commands;

public sealed class BenchDeckTests : IDisposable
{
    private readonly CliProcess _cli = new();

    [Theory]
    [InlineData("--minutes", "0")]
    [InlineData("--loads", "many")]
    public async Task BenchDeck_WhatCannotBe_IsRefused(string option, string value)
    {
        var result = await _cli.RunAsync("bench", "deck", option, value);

        result.AssertOneLineError(2);
        Assert.Contains(option, result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _cli.Dispose();
}
