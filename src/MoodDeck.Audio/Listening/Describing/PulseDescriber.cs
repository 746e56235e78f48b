using System.Numerics.Tensors;

namespace MoodDeck.Audio.Listening.Describing;

/// <summary>How much of the notes is new from frame to frame, and whether that returns after a while: density and pulse without a tempo.</summary>
internal static class PulseDescriber
{
    // A key that grows by this much more is struck anew; less is the beating of strings.
    private const float Growth = 1.3f, Least = 0.03f;
    // From two long frames (186 ms) to forty (3.7 s).
    private static readonly int[] s_periods = [2, 3, 4, 6, 8, 12, 20, 40];

    public static void Describe(ClipSpectra spectra, DescriptorWriter to)
    {
        var frames = spectra.Semitones;
        var struck = new float[Math.Max(0, frames.Count - 1)];
        for (var i = 0; i < struck.Length; i++)
            for (var key = 0; key < SemitoneFrames.Keys; key++) struck[i] += Math.Max(0, frames[i + 1][key] - (Growth * frames[i][key]) - Least);
        to.AddShape("struck", struck);
        Strength(spectra, to);
        Returns(struck, to);
    }

    private static void Strength(ClipSpectra spectra, DescriptorWriter to)
    {
        List<float> strengths = [];
        var second = Math.Max(1, (int)Math.Round(spectra.LongFramesPerSecond));
        for (var from = 0; from + second <= spectra.Semitones.Count; from += second)
            strengths.Add(Enumerable.Range(from, second).Average(i => TensorPrimitives.Norm(spectra.Semitones[i])));
        to.AddShape("strength", System.Runtime.InteropServices.CollectionsMarshal.AsSpan(strengths));
    }

    // The highest autocorrelation within each range of periods.
    private static void Returns(float[] struck, DescriptorWriter to)
    {
        var mean = struck.Length > 0 ? TensorPrimitives.Average<float>(struck) : 0;
        TensorPrimitives.Subtract(struck, mean, struck);
        var power = TensorPrimitives.SumOfSquares<float>(struck) + 1e-9f;
        for (var range = 0; range + 1 < s_periods.Length; range++)
        {
            var best = -1f;
            for (var period = s_periods[range]; period < s_periods[range + 1]; period++)
                best = Math.Max(best, period < struck.Length ? TensorPrimitives.Dot<float>(struck.AsSpan(period), struck.AsSpan(0, struck.Length - period)) / power : 0);
            to.Add($"pulse.{s_periods[range]}", best);
        }
    }
}
