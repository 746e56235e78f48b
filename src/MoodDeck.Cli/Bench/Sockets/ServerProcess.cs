using System.Diagnostics;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Serve;
using MoodDeck.Library;

namespace MoodDeck.Cli.Bench.Sockets;

/// <summary>A server as users start it, in a process and with a data folder of its own, both gone at the end.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const double Megabyte = 1 << 20;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    private readonly Process _process;
    private readonly DirectoryInfo _data;

    private ServerProcess(Process process, DirectoryInfo data) => (_process, _data) = (process, data);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Processor time it used so far.</summary>
    public TimeSpan ProcessorTime => Refreshed.TotalProcessorTime;

    /// <summary>Memory it holds, in MiB.</summary>
    public double ResidentMegabytes => Refreshed.WorkingSet64 / Megabyte;

    private Process Refreshed
    {
        get
        {
            _process.Refresh();
            return _process;
        }
    }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="emotionModel">Another emotion model than MoodDeck's own; null for that.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="CliException">It does not start.</exception>
    public static async Task<ServerProcess> StartAsync(string? emotionModel, CancellationToken cancellation)
    {
        var program = OwnProgram.Find() ?? throw new CliException("MoodDeck cannot tell how it was started. Start it as ./mooddeck bench.");
        var data = Directory.CreateTempSubdirectory("mooddeck-bench-");
        if (emotionModel is not null) Keep(emotionModel, DataFolder.LocateKeptEmotionModel(data.FullName));
        ProcessStartInfo start = new(program.FileName, [.. program.Arguments, "serve", "--urls", "http://127.0.0.1:0", "--data", data.FullName])
        {
            RedirectStandardOutput = true,
        };
        ServerProcess server = new(Process.Start(start)!, data);
        try
        {
            await server.WaitAsync(cancellation);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _data.Delete(recursive: true);
    }

    private static void Keep(string model, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Copy(model, path);
    }

    private async Task WaitAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(s_patience);
        var line = await _process.StandardOutput.ReadLineAsync(patience.Token);
        var address = line?.Split(' ').FirstOrDefault(word => word.StartsWith("http://", StringComparison.Ordinal))
            ?? throw new CliException("the server did not start. Try ./mooddeck serve, which says why.");
        Address = new(address);
        using HttpClient client = new() { BaseAddress = Address };
        while (true)
        {
            using var answer = await client.GetAsync(new Uri("/healthz", UriKind.Relative), patience.Token);
            if (answer.IsSuccessStatusCode) return;
            await Task.Delay(s_pause, patience.Token);
        }
    }
}
