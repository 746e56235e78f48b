using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using MoodDeck.Cli.Bench.Sockets;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Server.Contracts;

namespace MoodDeck.Cli.Bench.Face;

/// <summary>A server with the demo library, and the page of it in a real browser (<c>bench/deck/deck.mjs</c>).</summary>
internal static class DeckBenchmark
{
    private static readonly Uri s_demo = new("/api/v1/demo", UriKind.Relative);
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    private static string PageFolder => Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>Measures the Deck.</summary>
    /// <param name="minutes">How long the heap is watched.</param>
    /// <param name="loads">How often the page is opened for its paint times.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="CliException">Something that it needs is missing, or the page does not get as far as playing music.</exception>
    public static async Task<DeckFigures> RunAsync(int minutes, int loads, CancellationToken cancellation)
    {
        var script = BenchScripts.Find("deck/deck.mjs");
        if (!File.Exists(Path.Combine(PageFolder, "index.html")))
            throw new CliException("The page is not built. Build it with: npm --prefix web ci && npm --prefix web run build, and build MoodDeck again; ./mooddeck does all of it.");
        await using var server = await ServerProcess.StartAsync(emotionModel: null, cancellation);
        await MakeDemoAsync(server.Address, cancellation);
        return await MeasureAsync([script, server.Address.ToString(), PageFolder, Text(minutes), Text(loads)], cancellation);
    }

    private static async Task MakeDemoAsync(Uri address, CancellationToken cancellation)
    {
        using HttpClient client = new() { BaseAddress = address };
        using (var begun = await client.PostAsync(s_demo, null, cancellation)) begun.EnsureSuccessStatusCode();
        while (true)
        {
            var demo = await client.GetFromJsonAsync<JsonElement>(s_demo, cancellation);
            switch (demo.GetProperty("state").GetString())
            {
                case "ready": return;
                case "failed": throw new CliException($"The demo library could not be made: {demo.GetProperty("detail").GetString()}");
                default: await Task.Delay(s_pause, cancellation); break;
            }
        }
    }

    private static async Task<DeckFigures> MeasureAsync(string[] arguments, CancellationToken cancellation)
    {
        ProcessStartInfo start = new("node", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            return await ReadAsync(process, cancellation);
        }
        catch (Win32Exception e)
        {
            throw new CliException("Node.js 20 or newer is missing. Install it from https://nodejs.org/en/download.", cause: e);
        }
    }

    private static async Task<DeckFigures> ReadAsync(Process process, CancellationToken cancellation)
    {
        try
        {
            var error = process.StandardError.ReadToEndAsync(cancellation);
            var output = await process.StandardOutput.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode == 0) return JsonSerializer.Deserialize<DeckFigures>(output, MoodDeckJson.Options)!;
            throw new CliException((await error).Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "the browser could not be measured.");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true); // interrupted: nobody would read its answer
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
