using MoodDeck.Cli.Output;
using MoodDeck.Vision;

namespace MoodDeck.Cli.Bench.Frames;

/// <summary>Measures our reader, and by turns with it the reference where that is asked for.</summary>
internal static class FrameBenchmark
{
    // As many turns, so that a moment in which the machine is busy falls on both.
    private const int Rounds = 10;

    // A frame of the reference takes about ten times as long.
    private const int FramesPerReferenceFrame = 10;

    /// <summary>Reads a frame so many times.</summary>
    /// <param name="options">Which models, and how.</param>
    /// <param name="frame">A JPEG, PNG or WebP.</param>
    /// <param name="frames">How many times.</param>
    /// <param name="beside">Whether to measure the reference as well.</param>
    /// <param name="progress">Is told after each tenth.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static async Task<FrameSpeed> RunAsync(
        VisionOptions options, byte[] frame, int frames, bool beside, IProgress<WorkStep> progress, CancellationToken cancellation)
    {
        await using var reference = beside ? await OpenCvReference.StartAsync(frame, cancellation) : null;
        using FrameReader reader = new(options, frame);
        var (shown, model, detector) = (reader.WarmUp(), reader.Model, reader.Detector);
        FrameTimes ours = new(frames), theirs = new(Math.Max(Rounds, frames / FramesPerReferenceFrame));
        List<double> resident = [FrameReader.ResidentMegabytes];
        TimeSpan ourCpu = default, theirCpu = default;
        long allocated = 0;
        for (var round = 0; round < Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            var before = GC.GetTotalAllocatedBytes(precise: true);
            ourCpu += reader.Read(Share(frames, round), ours);
            allocated += GC.GetTotalAllocatedBytes(precise: true) - before;
            resident.Add(FrameReader.ResidentMegabytes);
            if (reference is not null) theirCpu += await reference.ReadAsync(Share(theirs.Capacity, round), theirs, cancellation);
            progress.Report(new(ours.Count, frames));
        }

        return new()
        {
            Frames = frames,
            Width = shown.Width,
            Height = shown.Height,
            Bytes = frame.Length,
            Faces = shown.Faces.Count,
            Model = model,
            Detector = detector,
            MedianMs = StageFigures.Rounded(ours.MedianMs),
            P95Ms = StageFigures.Rounded(ours.P95Ms),
            Stages = StageFigures.Of(ours.MedianStages),
            CpuMs = StageFigures.Rounded(ourCpu.TotalMilliseconds / frames),
            AllocatedBytesPerFrame = Math.Round((double)allocated / frames),
            ResidentMegabytes = resident,
            Reference = reference?.Figures(theirs, theirCpu),
        };
    }

    // The shares of all rounds sum to the whole.
    private static int Share(int frames, int round) => (int)(((long)frames * (round + 1) / Rounds) - ((long)frames * round / Rounds));
}
