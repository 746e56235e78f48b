using System.Diagnostics;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Vision;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Imaging;
using MoodDeck.Vision.Reading;

namespace MoodDeck.Cli.Bench.Frames;

/// <summary>Reads the same frame again and again on the calling thread, as the live socket reads one.</summary>
internal sealed class FrameReader : IDisposable
{
    private const double Megabyte = 1 << 20;
    private const int LeastWarmUpFrames = 50;

    // The runtime first compiles quickly and then, seeing what is used, well.
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(2);

    private readonly VisionModels _models;
    private readonly PhotoAnalyzer _analyzer;
    private readonly byte[] _frame;

    /// <summary>Opens the models.</summary>
    public FrameReader(VisionOptions options, byte[] frame)
    {
        _models = new(options);
        _analyzer = new(_models, new ImageDecoder(options.Limits), TimeProvider.System);
        _frame = frame;
    }

    /// <summary>The emotion model.</summary>
    public string Model => _models.Emotions.Name;

    /// <summary>The face detector.</summary>
    public string Detector => _models.Faces.Name;

    /// <summary>Memory the process holds, in MiB.</summary>
    public static double ResidentMegabytes
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return Math.Round(process.WorkingSet64 / Megabyte, 1);
        }
    }

    /// <summary>Reads for two seconds, which is not measured, and tells what the frame shows.</summary>
    /// <exception cref="CliException">The frame is no picture, or the models cannot be used.</exception>
    public PhotoReading WarmUp()
    {
        var watch = Stopwatch.StartNew();
        for (var i = 1; ; i++)
        {
            var reading = Read();
            if (i >= LeastWarmUpFrames && watch.Elapsed >= s_warmUp) return reading;
        }
    }

    /// <summary>Reads some frames and adds how long each took; the processor time of all together.</summary>
    public TimeSpan Read(int frames, FrameTimes times)
    {
        var cpu = ProcessorTime;
        for (var i = 0; i < frames; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var reading = Read();
            times.Add(reading.Times, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return ProcessorTime - cpu;
    }

    /// <inheritdoc/>
    public void Dispose() => _models.Dispose();

    private static TimeSpan ProcessorTime
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.TotalProcessorTime;
        }
    }

    private PhotoReading Read()
    {
        try
        {
            var result = _analyzer.Analyze(_frame, FaceSearch.Quick);
            return result.IsOk ? result.Value : throw new CliException($"the frame cannot be read. {result.Problem}");
        }
        catch (VisionModelException e)
        {
            throw new CliException(e.Message, cause: e);
        }
    }
}
