namespace MoodDeck.Onnx;

/// <summary>How a model is run.</summary>
public sealed record OnnxSessionOptions
{
    /// <summary>
    /// Threads that share one run. Default 1: MoodDeck's models are small, and several callers run side by side anyway.
    /// </summary>
    public int Threads { get; init; } = 1;

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Threads is not 1 to 256.</exception>
    public void Validate()
    {
        if (Threads is < 1 or > 256) throw new ArgumentOutOfRangeException(nameof(Threads), Threads, "Expected 1 to 256 threads.");
    }
}
