using System.Collections.Concurrent;
using System.Diagnostics;
using MoodDeck.Audio;
using MoodDeck.Audio.Listening;
using MoodDeck.Audio.Probing;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;

namespace MoodDeck.Cli.Bench.Scan;

/// <summary>Reads music as the first pass of a scan does: tags, then listening; nothing is stored.</summary>
internal sealed class ScanBenchmark(AudioProbe probe, TrackListener listener)
{
    private const double Tolerance = 0.04;

    private sealed record Heard(string Path, double Seconds, TrackFeatures Features);

    /// <summary>The audio files of folders and what lies in them.</summary>
    /// <exception cref="CliException">A folder is not there, or none holds music.</exception>
    public static IReadOnlyList<string> FilesIn(IEnumerable<string> folders)
    {
        List<string> files = [];
        foreach (var folder in folders)
        {
            if (!Directory.Exists(folder)) throw new CliException($"{folder} is not a folder. Check the path.");
            files.AddRange(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(AudioFormats.IsAudioName));
        }

        files.Sort(StringComparer.Ordinal);
        return files.Count > 0 ? files : throw new CliException("the folders hold no audio files.");
    }

    /// <summary>Reads every file, as many at once as there are threads, then lets aubio find their tempi.</summary>
    public async Task<ScanSpeed> RunAsync(IReadOnlyList<string> files, int threads, IProgress<WorkStep> progress, CancellationToken cancellation)
    {
        // What is paid once a start, not once a song: compiling, and opening the model.
        await ReadAsync(files[0], cancellation);
        ConcurrentBag<Heard> heard = [];
        var (done, failed) = (0, 0);
        var (cpu, watch) = (ProcessorTime.OfThisAndItsChildren(), Stopwatch.StartNew());
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, async (file, cancel) =>
        {
            if (await ReadAsync(file, cancel) is { } one) heard.Add(one);
            else Interlocked.Increment(ref failed);
            progress.Report(new(Interlocked.Increment(ref done), files.Count, Path.GetFileName(file)));
        });
        var (wall, took) = (watch.Elapsed.TotalSeconds, ProcessorTime.OfThisAndItsChildren() - cpu);
        if (heard.IsEmpty) throw new CliException("none of the files could be read.");
        var (seconds, listened) = (heard.Sum(h => h.Seconds), heard.Sum(h => h.Features.ListenedSeconds));
        var aubio = await AubioAsync([.. heard.OrderBy(h => h.Path, StringComparer.Ordinal)], progress, cancellation);
        return new(heard.Count, failed, threads, seconds, listened, wall, took, seconds / took, listened / took, heard.Count / wall * 3600, aubio);
    }

    private async Task<Heard?> ReadAsync(string file, CancellationToken cancellation)
    {
        var info = await probe.ProbeAsync(file, cancellation);
        if (info.Failure?.Problem == AudioProblem.ToolMissing) throw new CliException(info.Failure.Message);
        if (!info.IsOk) return null;
        var hearing = await listener.ListenAsync(file, info.Value, cancellation);
        if (!hearing.IsOk) return null;
        var features = hearing.Value.Features;
        // A half-written file is no longer than what was heard of it.
        var seconds = hearing.Value.IsTruncated ? features.ListenedSeconds : info.Value.DurationSeconds ?? features.ListenedSeconds;
        return new(file, seconds, features);
    }

    private static async Task<AubioSpeed?> AubioAsync(Heard[] heard, IProgress<WorkStep> progress, CancellationToken cancellation)
    {
        if (!AubioTempo.IsInstalled) return null;
        List<(Heard Heard, double Bpm)> found = [];
        var cpu = ProcessorTime.OfThisAndItsChildren();
        for (var i = 0; i < heard.Length; i++)
        {
            if (await AubioTempo.FindAsync(heard[i].Path, cancellation) is { } bpm) found.Add((heard[i], bpm));
            progress.Report(new(i + 1, heard.Length, "aubio, " + Path.GetFileName(heard[i].Path)));
        }

        var took = Math.Max(0.01, ProcessorTime.OfThisAndItsChildren() - cpu);
        var both = found.Where(f => f.Heard.Features.TempoBpm > 0).Select(f => f.Bpm / f.Heard.Features.TempoBpm).ToArray();
        return new(
            found.Count, found.Sum(f => f.Heard.Seconds) / took, both.Length,
            Share(both, ratio => IsNear(ratio, 1)), Share(both, ratio => IsNear(ratio, 0.5) || IsNear(ratio, 1) || IsNear(ratio, 2)));
    }

    private static double Share(double[] ratios, Func<double, bool> alike) => ratios.Length > 0 ? ratios.Count(alike) / (double)ratios.Length : 0;

    private static bool IsNear(double ratio, double wanted) => Math.Abs((ratio / wanted) - 1) <= Tolerance;
}
