using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace MoodDeck.Cli.Tests.Commands;

public sealed class ServeTests : IDisposable
{
    private readonly CliProcess _cli = new();

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://192.0.2.1:5080")]
    [InlineData("http://*:5080")]
    [InlineData("nonsense")]
    public async Task Serve_AddressBeyondThisMachine_IsRefused(string urls)
    {
        var result = await _cli.RunAsync("serve", "--urls", urls);

        result.AssertOneLineError(2);
    }

    [Fact]
    public async Task Serve_PortThatIsTaken_EndsWithOneAndOneLine()
    {
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();

        var result = await _cli.RunAsync("serve", "--urls", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");

        result.AssertOneLineError(1);
    }

    [Fact]
    public async Task Serve_FreePort_AnswersAndEndsOnTermination()
    {
        using var server = Process.Start(_cli.StartInfo("serve", "--urls", "http://127.0.0.1:0"))!;
        try
        {
            var line = await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            var address = line!.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal));
            using HttpClient client = new();

            var answer = await client.GetAsync(new Uri(address + "/healthz"), TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            using var terminate = Process.Start("kill", ["-TERM", $"{server.Id}"]);
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, server.ExitCode);
        }
        finally
        {
            if (!server.HasExited) server.Kill(entireProcessTree: true);
        }
    }

    public void Dispose() => _cli.Dispose();
}
