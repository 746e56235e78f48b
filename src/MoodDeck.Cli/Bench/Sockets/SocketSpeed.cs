namespace MoodDeck.Cli.Bench.Sockets;

/// <summary>How the live socket keeps up with cameras, as <c>bench sockets --json</c> prints it.</summary>
/// <param name="Processors">Processors of this machine, which the server shares with the cameras of this benchmark.</param>
/// <param name="Cases">One for each number of cameras.</param>
internal sealed record SocketSpeed(int Processors, IReadOnlyList<SocketCase> Cases);

/// <summary>So many cameras at such a pace.</summary>
internal sealed record SocketCase
{
    /// <summary>Cameras at once, each on a socket of its own.</summary>
    public required int Cameras { get; init; }

    /// <summary>Frames that each sent in a second.</summary>
    public required int Rate { get; init; }

    /// <summary>Frames that all sent after warming up.</summary>
    public required int Sent { get; init; }

    /// <summary>How many of them were answered; the others gave way to newer ones.</summary>
    public required int Answered { get; init; }

    /// <summary>Frames of one camera answered in a second, mean.</summary>
    public double FramesPerSecond => Math.Round(Rate * (double)Answered / Sent, 2);

    /// <summary>Milliseconds from sending a frame to its answer, median.</summary>
    public required double MedianDelayMs { get; init; }

    /// <summary>Milliseconds that 95 of 100 answers did not exceed.</summary>
    public required double P95DelayMs { get; init; }

    /// <summary>Processor time of the server for an answered frame, in milliseconds, mean.</summary>
    public required double ServerCpuMsPerFrame { get; init; }

    /// <summary>Memory the server held at the end, in MiB.</summary>
    public required double ServerMegabytes { get; init; }
}
