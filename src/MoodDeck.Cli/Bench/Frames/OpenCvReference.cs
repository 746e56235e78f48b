using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Server.Contracts;

namespace MoodDeck.Cli.Bench.Frames;

/// <summary>
/// <c>bench/frame/opencv.py</c>, what comparable projects run, kept waiting between its turns so that both sides are warm.
/// </summary>
internal sealed class OpenCvReference : IAsyncDisposable
{
    /// <summary>The option that asks for it.</summary>
    public const string Option = "--opencv";

    private const string Name = "OpenCV Haar cascade + VGG19";
    private const string Missing = "OpenCV with PyTorch does not run here. Install Debian's python3-opencv, opencv-data and python3-torch, or name a Python that has them in PYTHON";

    private readonly Process _process;
    private readonly Task<string> _errors;
    private int _faces;

    private OpenCvReference(Process process) => (_process, _errors) = (process, process.StandardError.ReadToEndAsync());

    /// <summary>Starts it on a frame and lets it warm up.</summary>
    /// <exception cref="CliException">It is not installed, or the script failed.</exception>
    public static async Task<OpenCvReference> StartAsync(byte[] frame, CancellationToken cancellation)
    {
        ProcessStartInfo start = new(BenchScripts.Python, [BenchScripts.Find("frame/opencv.py", Option)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["OMP_WAIT_POLICY"] = "passive";
        try
        {
            OpenCvReference reference = new(Process.Start(start)!);
            try
            {
                reference._faces = (await reference.AskAsync<Found>(Convert.ToBase64String(frame), cancellation)).Faces;
                return reference;
            }
            catch
            {
                await reference.DisposeAsync();
                throw;
            }
        }
        catch (Win32Exception e)
        {
            throw new CliException($"{Missing} ({e.Message}).", cause: e);
        }
    }

    /// <summary>Lets it read some frames and adds how long each took; the processor time of all together.</summary>
    public async Task<TimeSpan> ReadAsync(int frames, FrameTimes times, CancellationToken cancellation)
    {
        var answer = await AskAsync<Turn>(frames.ToString(CultureInfo.InvariantCulture), cancellation);
        foreach (var ms in answer.Times) times.Add(new(ms[0], ms[1], ms[2]), ms[3]);
        return TimeSpan.FromMilliseconds(answer.CpuMs);
    }

    /// <summary>The figures of all its turns.</summary>
    public ReferenceSpeed Figures(FrameTimes times, TimeSpan cpu) => new(
        Name, times.Count, _faces, StageFigures.Rounded(times.MedianMs), StageFigures.Rounded(times.P95Ms),
        StageFigures.Of(times.MedianStages), StageFigures.Rounded(cpu.TotalMilliseconds / times.Count));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _errors;
        _process.Dispose();
    }

    private async Task<T> AskAsync<T>(string line, CancellationToken cancellation)
    {
        try
        {
            await _process.StandardInput.WriteLineAsync(line.AsMemory(), cancellation);
            await _process.StandardInput.FlushAsync(cancellation);
            if (await _process.StandardOutput.ReadLineAsync(cancellation) is { } answer) return JsonSerializer.Deserialize<T>(answer, MoodDeckJson.Options)!;
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            throw new CliException($"{Missing} ({e.Message}).", cause: e);
        }

        var reason = (await _errors).Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "no reason given";
        throw new CliException($"{Missing} ({reason}).");
    }

    private sealed record Found(int Faces);

    private sealed record Turn(double[][] Times, double CpuMs);
}
