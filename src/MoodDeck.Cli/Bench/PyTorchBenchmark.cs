using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Server.Contracts;

namespace MoodDeck.Cli.Bench;

/// <summary>Runs <c>bench/train/pytorch.py</c> in its best setting.</summary>
internal static class PyTorchBenchmark
{
    // glibc otherwise returns every large tensor to the system and faults it in again at the next step, page by small page.
    private const string KeepMemory = "glibc.malloc.mmap_threshold=4294967296:glibc.malloc.trim_threshold=8589934592:glibc.malloc.hugetlb=1";
    private const string Missing = "PyTorch does not run here. Install Debian's python3-torch and libopenblas0, or name a Python that has it in PYTHON";

    /// <summary>Measures PyTorch with a batch size, a number of threads and a duration.</summary>
    /// <exception cref="CliException">It is not installed, or the script failed.</exception>
    public static async Task<TrainingSpeed> RunAsync(int batch, int threads, TimeSpan duration, CancellationToken cancellation)
    {
        var script = BenchScripts.Find("train/pytorch.py", "--pytorch");
        ProcessStartInfo start = new(BenchScripts.Python, FormattableString.Invariant($"\"{script}\" --layout nhwc --batch {batch} --threads {threads} --seconds {duration.TotalSeconds}"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["GLIBC_TUNABLES"] = KeepMemory;
        start.Environment["OMP_WAIT_POLICY"] = "passive"; // idle threads of OpenMP otherwise spin, which costs CPU-seconds
        try
        {
            using var process = Process.Start(start)!;
            return await ReadAsync(process, cancellation);
        }
        catch (Exception e) when (e is Win32Exception or JsonException)
        {
            throw new CliException($"{Missing} ({e.Message}).", cause: e);
        }
    }

    private static async Task<TrainingSpeed> ReadAsync(Process process, CancellationToken cancellation)
    {
        try
        {
            var error = process.StandardError.ReadToEndAsync(cancellation);
            var output = await process.StandardOutput.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode == 0) return JsonSerializer.Deserialize<TrainingSpeed>(output, MoodDeckJson.Options)!;
            var reason = (await error).Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "no reason given";
            throw new CliException($"{Missing} ({reason}).");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true); // interrupted: nobody would read its answer
        }
    }
}
