namespace MoodDeck.Cli.Bench.Face;

/// <summary>How the page runs in a browser of this machine, as <c>bench deck --json</c> prints it.</summary>
/// <param name="Browser">The browser and its version.</param>
/// <param name="Loads">How often each page was opened by somebody who was never there; the times are medians.</param>
/// <param name="Paint">How soon the Deck is seen.</param>
/// <param name="EmptyPaint">The same of an empty page, by turns with the Deck.</param>
/// <param name="Frame">What the main thread does for a frame while camera, meters and music run.</param>
/// <param name="Scripts">What there is of JavaScript.</param>
/// <param name="Heap">What JavaScript holds on to while all that runs.</param>
internal sealed record DeckFigures(string Browser, int Loads, PaintTimes Paint, PaintTimes EmptyPaint, FrameWork Frame, ScriptBytes Scripts, HeapLevel Heap);

/// <summary>Milliseconds from asking for a page to seeing it.</summary>
/// <param name="FirstPaintMs">To the first pixel that is not the background.</param>
/// <param name="FirstContentfulPaintMs">To the first text or picture.</param>
internal sealed record PaintTimes(double FirstPaintMs, double FirstContentfulPaintMs);

/// <summary>All tasks of the main thread from each frame to the next, in milliseconds, from the browser's trace.</summary>
internal sealed record FrameWork
{
    /// <summary>How long was traced.</summary>
    public required double Seconds { get; init; }

    /// <summary>Frames the page drew meanwhile.</summary>
    public required int Frames { get; init; }

    /// <summary>Frames in a second.</summary>
    public required double FramesPerSecond { get; init; }

    /// <summary>Median by the clock, which also counts what others on the machine made it wait.</summary>
    public required double MedianMs { get; init; }

    /// <summary>What 95 of 100 frames did not exceed, by the clock.</summary>
    public required double P95Ms { get; init; }

    /// <summary>Median of processor time.</summary>
    public required double CpuMedianMs { get; init; }

    /// <summary>What 95 of 100 frames did not exceed of processor time.</summary>
    public required double CpuP95Ms { get; init; }

    /// <summary>Camera frames that were sent to the server in a second.</summary>
    public required double CameraFramesPerSecond { get; init; }
}

/// <summary>Gzipped bytes of JavaScript.</summary>
/// <param name="GzippedBytes">All of it.</param>
/// <param name="OpeningGzippedBytes">What the page is opened with; the rest is fetched when it is wanted.</param>
internal sealed record ScriptBytes(long GzippedBytes, long OpeningGzippedBytes);

/// <summary>MiB of JavaScript left after each sweep.</summary>
internal sealed record HeapLevel
{
    /// <summary>How long it was watched.</summary>
    public required double Minutes { get; init; }

    /// <summary>How often it was weighed.</summary>
    public required int Samples { get; init; }

    /// <summary>At the beginning.</summary>
    public required double FirstMib { get; init; }

    /// <summary>At the end.</summary>
    public required double LastMib { get; init; }

    /// <summary>Growth in an hour, of the least-squares line.</summary>
    public required double MibPerHour { get; init; }

    /// <summary>Half the width of its 95 % interval.</summary>
    public required double UncertaintyMibPerHour { get; init; }
}
