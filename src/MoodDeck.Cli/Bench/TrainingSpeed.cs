namespace MoodDeck.Cli.Bench;

/// <summary>How fast the reference network is trained, as <c>bench train --json</c> prints it.</summary>
internal sealed record TrainingSpeed
{
    /// <summary>Multiply-accumulates of one image forward.</summary>
    public required long MacsPerImage { get; init; }

    /// <summary>Images in a step.</summary>
    public required int Batch { get; init; }

    /// <summary>Threads that worked.</summary>
    public required int Threads { get; init; }

    /// <summary>Images in a second of the clock.</summary>
    public required double ImagesPerSecond { get; init; }

    /// <summary>Images in a second of processor time, which other programs on the machine disturb least.</summary>
    public required double ImagesPerCpuSecond { get; init; }

    /// <summary>
    /// Billions of floating-point operations in a second as a plain convolution counts them: 6 x MACs x images, two for a
    /// multiply-accumulate, and the backward pass twice the forward pass.
    /// </summary>
    public required double Gflops { get; init; }

    /// <summary>Steps measured.</summary>
    public required int Steps { get; init; }

    /// <summary>Mean milliseconds of a step's forward pass and loss.</summary>
    public required double ForwardMs { get; init; }

    /// <summary>Mean milliseconds of its backward pass and the optimiser's step.</summary>
    public required double BackwardMs { get; init; }

    /// <summary>Most memory the process ever held, in MiB.</summary>
    public required double PeakMegabytes { get; init; }

    /// <summary>Memory the process held when the measurement began and ended, in MiB; null where not measured.</summary>
    public double? MegabytesAtStart { get; init; }

    /// <summary>See <see cref="MegabytesAtStart"/>.</summary>
    public double? MegabytesAtEnd { get; init; }

    /// <summary>Managed bytes allocated in a step; null where there is no such thing.</summary>
    public double? AllocatedBytesPerStep { get; init; }

    /// <summary>Width of the vector registers used, in bits; null where not known.</summary>
    public int? VectorBits { get; init; }

    /// <summary>The same network in PyTorch, measured right after; null where it was not asked for.</summary>
    public TrainingSpeed? PyTorch { get; init; }
}
