using System.Diagnostics;
using System.Globalization;

namespace MoodDeck.Cli.Bench.Scan;

/// <summary>aubio's tempo finder (Brossier 2006), as Debian packs it.</summary>
internal static class AubioTempo
{
    /// <summary>How to get it.</summary>
    public const string Install = "apt-get install aubio-tools";

    private const string Program = "aubio";

    /// <summary>Whether the program is on the path.</summary>
    public static bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Any(folder => File.Exists(Path.Combine(folder, Program)));

    /// <summary>Beats a minute over the whole file; null where it finds none or cannot read the file.</summary>
    public static async Task<double?> FindAsync(string path, CancellationToken cancellation)
    {
        ProcessStartInfo start = new(Program, ["tempo", Path.GetFullPath(path)]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        try
        {
            var complaints = process.StandardError.ReadToEndAsync(cancellation);
            // "129.63 bpm", with "(uncertain)" behind it where it is.
            var answer = await process.StandardOutput.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            await complaints;
            return double.TryParse(answer.Split(' ')[0], CultureInfo.InvariantCulture, out var bpm) && bpm > 0 ? bpm : null;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
