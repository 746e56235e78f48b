using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace MoodDeck.Cli.Tests.Commands;

/// <summary>A server that is killed, as by a power cut, while pages tell it moods.</summary>
public sealed class KilledServerTests : IDisposable
{
    private const int Batch = 50;
    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Serve_KilledWhileMoodsAreWritten_KeepsWholeRequestsAndAllThatWereAnswered()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var server = Process.Start(_cli.StartInfo("serve", "--urls", "http://127.0.0.1:0"))!;
        try
        {
            var address = (await server.StandardOutput.ReadLineAsync(cancel))!.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal));
            using HttpClient client = new() { BaseAddress = new(address) };
            (await client.PutAsync(new Uri("/api/v1/listeners/default", UriKind.Relative), Json("""{"keepHistory":true}"""), cancel)).EnsureSuccessStatusCode();

            var start = DateTimeOffset.UtcNow.AddDays(-20);
            var answered = 0;
            var writers = Enumerable.Range(0, 4).Select(async writer =>
            {
                try
                {
                    for (var n = 0; ; n++)
                    {
                        using var response = await client.PostAsync(new Uri("/api/v1/listeners/default/moods", UriKind.Relative), Json(BatchOf(start.AddDays(4 * writer).AddSeconds(5 * Batch * n))), cancel);
                        response.EnsureSuccessStatusCode();
                        if (Interlocked.Increment(ref answered) == 25) server.Kill();
                    }
                }
                catch (HttpRequestException)
                {
                    // The server is gone, as it should be.
                }
            });
            await Task.WhenAll(writers);
            await server.WaitForExitAsync(cancel);

            var rows = (await _cli.RunAsync("journal", "export")).Out.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1;
            Assert.Equal(0, rows % Batch);
            Assert.InRange(rows / Batch, answered, answered + 4);
        }
        finally
        {
            if (!server.HasExited) server.Kill();
        }
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static string BatchOf(DateTimeOffset from) => "[" + string.Join(',', Enumerable.Range(0, Batch).Select(i => string.Create(
        CultureInfo.InvariantCulture, $$"""{"valence":0.1,"arousal":0.1,"sigmaValence":0.1,"sigmaArousal":0.1,"source":"camera","at":"{{from.AddSeconds(5 * i):yyyy-MM-dd'T'HH:mm:ss'Z'}}"}"""))) + "]";
}
