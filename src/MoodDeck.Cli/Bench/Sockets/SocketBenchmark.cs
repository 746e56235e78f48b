using MoodDeck.Cli.CommandLine;

namespace MoodDeck.Cli.Bench.Sockets;

/// <summary>Measures a real server over real sockets.</summary>
internal static class SocketBenchmark
{
    // The first frames meet a server whose code is not yet compiled well.
    private const int WarmUpSeconds = 3;

    /// <summary>Lets so many cameras at once send for so many seconds.</summary>
    /// <exception cref="CliException">A socket broke off, or no frame with a face was answered.</exception>
    public static async Task<SocketCase> RunAsync(
        ServerProcess server, IReadOnlyList<byte[]> pictures, int cameras, int rate, int seconds, CancellationToken cancellation)
    {
        SocketCamera[] Cameras(int duration) => [.. Enumerable.Range(0, cameras).Select(_ => new SocketCamera(pictures, rate, duration * rate))];
        await SendAsync(server, Cameras(WarmUpSeconds), cancellation);
        var (all, cpu) = (Cameras(seconds), server.ProcessorTime);
        await SendAsync(server, all, cancellation);
        cpu = server.ProcessorTime - cpu;
        if (all.Any(c => c.WithFace == 0)) throw new CliException("no face was found in the frames. Give a picture with one in --image, or let fewer cameras send.");
        var delays = all.SelectMany(c => c.Delays).Select(d => d.TotalMilliseconds).Order().ToArray();
        return new()
        {
            Cameras = cameras,
            Rate = rate,
            Sent = cameras * seconds * rate,
            Answered = delays.Length,
            MedianDelayMs = Quantile(delays, 0.5),
            P95DelayMs = Quantile(delays, 0.95),
            ServerCpuMsPerFrame = Math.Round(cpu.TotalMilliseconds / delays.Length, 2),
            ServerMegabytes = Math.Round(server.ResidentMegabytes, 1),
        };
    }

    private static async Task SendAsync(ServerProcess server, SocketCamera[] cameras, CancellationToken cancellation)
    {
        try
        {
            await Task.WhenAll(cameras.Select(c => c.RunAsync(server.Address, cancellation)));
        }
        finally
        {
            foreach (var camera in cameras) camera.Dispose();
        }
    }

    private static double Quantile(double[] sorted, double share) => Math.Round(sorted[(int)Math.Ceiling(share * sorted.Length) - 1], 2);
}
