using System.Diagnostics;

namespace MoodDeck.Cli.Tests.Scripts;

/// <summary>The last lines of ./test: they decide whether a change is good.</summary>
public sealed class SummaryTests : IDisposable
{
    private readonly TemporaryFolder _reports = new();

    [Fact]
    public async Task Summary_ReportsOfAllKinds_AreAddedUp()
    {
        _reports.Write("A.ctrf.json", """{"results":{"tests":[{"name":"one","status":"passed"},{"name":"two","status":"skipped"},{"name":"three","status":"pending"}]}}""");
        _reports.Write("web.vitest.json", """{"testResults":[{"name":"dial.test.ts","status":"passed","assertionResults":[{"fullName":"turns","status":"passed"}]}]}""");

        var (exitCode, lines) = await SummariseAsync();

        Assert.Equal(0, exitCode);
        Assert.Equal("2 passed, 0 failed, 2 skipped", lines[^1]);
    }

    [Fact]
    public async Task Summary_FailedTest_IsNamedAndEndsWithOne()
    {
        _reports.Write("A.ctrf.json", """{"results":{"tests":[{"name":"Dial_Turned_Follows","status":"failed"},{"name":"two","status":"passed"}]}}""");

        var (exitCode, lines) = await SummariseAsync();

        Assert.Equal(1, exitCode);
        Assert.Equal(["FAILED  A: Dial_Turned_Follows", "1 passed, 1 failed, 0 skipped"], lines[^2..]);
    }

    [Theory]
    [InlineData("A.ctrf.json", """{"results":{"tests":[]}}""")]
    [InlineData("A.ctrf.json", "{half a report")]
    [InlineData("A.broken", "ended with exit code 134")]
    [InlineData("web.vitest.json", """{"testResults":[{"name":"dial.test.ts","status":"failed","assertionResults":[]}]}""")]
    public async Task Summary_SuiteThatBroke_CountsAsFailed(string file, string text)
    {
        _reports.Write(file, text);

        var (exitCode, lines) = await SummariseAsync();

        Assert.Equal(1, exitCode);
        Assert.Equal("0 passed, 1 failed, 0 skipped", lines[^1]);
    }

    [Fact]
    public async Task Summary_NoReportAtAll_CountsAsFailed()
    {
        var (exitCode, lines) = await SummariseAsync();

        Assert.Equal(1, exitCode);
        Assert.Equal("0 passed, 1 failed, 0 skipped", lines[^1]);
    }

    private async Task<(int ExitCode, string[] Lines)> SummariseAsync()
    {
        ProcessStartInfo start = new("node", [Path.Combine(Repository.Root, "eng", "summary.mjs"), _reports.Path])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var result = await CliProcess.RunAsync(start);
        return (result.ExitCode, result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    public void Dispose() => _reports.Dispose();
}
