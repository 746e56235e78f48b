using MoodDeck.Vision.Reading;

namespace MoodDeck.Cli.Bench.Frames;

/// <summary>How fast one thread reads camera frames, as <c>bench frame --json</c> prints it.</summary>
internal sealed record FrameSpeed
{
    /// <summary>Frames measured.</summary>
    public required int Frames { get; init; }

    /// <summary>Width of the frame in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Height of the frame in pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Bytes of the encoded frame.</summary>
    public required int Bytes { get; init; }

    /// <summary>Faces found in it.</summary>
    public required int Faces { get; init; }

    /// <summary>The emotion model.</summary>
    public required string Model { get; init; }

    /// <summary>The face detector.</summary>
    public required string Detector { get; init; }

    /// <summary>Threads that worked on a frame.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Milliseconds from the bytes to the reading, median.</summary>
    public required double MedianMs { get; init; }

    /// <summary>Milliseconds that 95 of 100 frames did not exceed.</summary>
    public required double P95Ms { get; init; }

    /// <summary>Median milliseconds of each stage.</summary>
    public required StageFigures Stages { get; init; }

    /// <summary>Processor time a frame in milliseconds, mean; other programs on the machine disturb it least.</summary>
    public required double CpuMs { get; init; }

    /// <summary>Managed bytes allocated for a frame, mean.</summary>
    public required double AllocatedBytesPerFrame { get; init; }

    /// <summary>Memory the process held after warming up and then after each tenth of the frames, in MiB.</summary>
    public required IReadOnlyList<double> ResidentMegabytes { get; init; }

    /// <summary>What users run today, measured by turns with ours; null where it was not asked for.</summary>
    public ReferenceSpeed? Reference { get; init; }

    /// <summary>How many times longer the reference's median frame takes; null where it was not asked for.</summary>
    public double? TimesFaster => Reference is { } other ? Math.Round(other.MedianMs / MedianMs, 2) : null;
}

/// <summary>How fast OpenCV and PyTorch read the same frame.</summary>
internal sealed record ReferenceSpeed(string Name, int Frames, int Faces, double MedianMs, double P95Ms, StageFigures Stages, double CpuMs);

/// <summary>Median milliseconds of the stages.</summary>
internal sealed record StageFigures(double DecodeMs, double DetectMs, double ClassifyMs)
{
    /// <summary>The figures of these times.</summary>
    public static StageFigures Of(StageTimes times) => new(Rounded(times.DecodeMs), Rounded(times.DetectMs), Rounded(times.ClassifyMs));

    /// <summary>To the microsecond, more of which no clock here can tell.</summary>
    public static double Rounded(double ms) => Math.Round(ms, 3);
}
