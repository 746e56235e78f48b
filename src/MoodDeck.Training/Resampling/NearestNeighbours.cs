using System.Numerics.Tensors;
using MoodDeck.Training.Kernels;

namespace MoodDeck.Training.Resampling;

/// <summary>The nearest vectors by Euclidean distance, found by looking at all of them.</summary>
internal static class NearestNeighbours
{
    // Vectors compared together, so that each row fetched from memory serves several of them.
    private const int PerJob = 8;

    /// <summary>For each vector asked for its nearest others, nearest first, the lower row first on a tie.</summary>
    /// <param name="vectors">Row by row, <c>[n, length]</c>.</param>
    /// <param name="length">Numbers of a vector.</param>
    /// <param name="rows">The rows among which to look.</param>
    /// <param name="asked">How many of <paramref name="rows"/>, from the first on, to look for.</param>
    /// <param name="k">How many neighbours; fewer than there are rows.</param>
    /// <param name="pool">The worker threads.</param>
    /// <returns>Places in <paramref name="rows"/>, <c>[asked, k]</c>.</returns>
    public static int[] Find(float[] vectors, int length, int[] rows, int asked, int k, WorkerPool pool)
    {
        if (k >= rows.Length) throw new ArgumentOutOfRangeException(nameof(k), k, $"Expected fewer than the {rows.Length} rows.");
        var found = new int[asked * k];
        var distances = new float[asked * k];
        Array.Fill(distances, float.PositiveInfinity);
        pool.Run((asked + PerJob - 1) / PerJob, job =>
        {
            var first = job * PerJob;
            var last = Math.Min(first + PerJob, asked);
            for (var other = 0; other < rows.Length; other++)
            {
                var there = vectors.AsSpan(rows[other] * length, length);
                for (var i = first; i < last; i++)
                {
                    if (i == other) continue;
                    var distance = TensorPrimitives.Distance<float>(vectors.AsSpan(rows[i] * length, length), there);
                    Insert(found.AsSpan(i * k, k), distances.AsSpan(i * k, k), other, distance);
                }
            }
        });
        return found;
    }

    private static void Insert(Span<int> found, Span<float> distances, int other, float distance)
    {
        if (distance >= distances[^1]) return;
        var at = distances.Length - 1;
        for (; at > 0 && distance < distances[at - 1]; at--) (found[at], distances[at]) = (found[at - 1], distances[at - 1]);
        (found[at], distances[at]) = (other, distance);
    }
}
