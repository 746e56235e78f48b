namespace MoodDeck.Audio.Listening.Describing;

/// <summary>Walks over samples in windowed frames that overlap.</summary>
internal static class FrameWalk
{
    public delegate void Action(ReadOnlySpan<float> samples, ReadOnlySpan<float> power);

    /// <summary>
    /// Gives each whole frame, Hann-windowed, with its power spectrum, scaled so that a full-scale sine has a peak power of 1
    /// whatever the frame's length.
    /// </summary>
    public static void ForEach(ReadOnlySpan<float> samples, RealFft fft, int hop, Action action, CancellationToken cancellationToken)
    {
        var window = HannWindow(fft.Length);
        var (frame, power) = (new float[fft.Length], new float[fft.BinCount]);
        for (var start = 0; start + fft.Length <= samples.Length; start += hop)
        {
            if (start % (hop * 256) == 0) cancellationToken.ThrowIfCancellationRequested();
            var source = samples.Slice(start, fft.Length);
            System.Numerics.Tensors.TensorPrimitives.Multiply(source, window, frame);
            fft.Power(frame, power);
            action(source, power);
        }
    }

    /// <summary>How many frames fit.</summary>
    public static int Count(int samples, int length, int hop) => samples < length ? 0 : ((samples - length) / hop) + 1;

    private static float[] HannWindow(int length) =>
        [.. Enumerable.Range(0, length).Select(i => (float)((1 - Math.Cos(2 * Math.PI * i / length)) * 2 / length))];
}
