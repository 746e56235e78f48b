using MoodDeck.Cli.CommandLine;

namespace MoodDeck.Cli.Bench.Sockets;

/// <summary>Measures a real server over real sockets.</summary>
internal static class SocketBenchmark
{
    // The first frames of a socket meet a server whose code is not yet compiled well.
    private const int WarmUpSeconds = 3;

    /// <summary>Lets so many cameras at once send for so many seconds.</summary>
    public static async Task<SocketCase> RunAsync(
        ServerProcess server, IReadOnlyList<byte[]> pictures, int cameras, int rate, int seconds, CancellationToken cancellation)
    {
        int warmUp = WarmUpSeconds * rate, frames = warmUp + (seconds * rate);
        var cpu = server.ProcessorTime;
        var all = new SocketCamera[cameras];
        for (var i = 0; i < cameras; i++) all[i] = new(pictures, rate, frames);
        try
        {
            await Task.WhenAll(all.Select(c => c.RunAsync(server.Address, cancellation)));
            if (all.Any(c => c.WithFace == 0)) throw new CliException("no face was found in the frames. Give a picture with one in --image.");
            var delays = all.SelectMany(c => c.Delays(warmUp)).ToList();
            var sorted = delays.OfType<TimeSpan>().Select(d => d.TotalMilliseconds).Order().ToArray();
            if (sorted.Length == 0) throw new CliException("no frame was answered. Let fewer cameras send, or more slowly.");
            return new()
            {
                Cameras = cameras,
                Rate = rate,
                Sent = delays.Count,
                Answered = sorted.Length,
                MedianDelayMs = Quantile(sorted, 0.5),
                P95DelayMs = Quantile(sorted, 0.95),
                ServerCpuMsPerFrame = Math.Round((server.ProcessorTime - cpu).TotalMilliseconds / all.Sum(c => c.Delays(0).Count(d => d is not null)), 2),
                ServerMegabytes = Math.Round(server.ResidentMegabytes, 1),
            };
        }
        finally
        {
            foreach (var camera in all) camera.Dispose();
        }
    }

    private static double Quantile(double[] sorted, double share) => Math.Round(sorted[(int)Math.Ceiling(share * sorted.Length) - 1], 2);
}
