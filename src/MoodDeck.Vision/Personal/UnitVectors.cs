namespace MoodDeck.Vision.Personal;

/// <summary>Embeddings scaled to length 1, so that only their direction counts.</summary>
internal static class UnitVectors
{
    /// <summary>A vector of length 1 in the same direction; empty for an empty one, a zero vector or one with something that is not a number.</summary>
    public static ReadOnlyMemory<float> Of(ReadOnlyMemory<float> vector)
    {
        var length = Math.Sqrt(Dot(vector.Span, vector.Span));
        if (!(length > 0) || !double.IsFinite(length)) return default;
        var unit = vector.ToArray();
        for (var i = 0; i < unit.Length; i++) unit[i] = (float)(unit[i] / length);
        return unit;
    }

    /// <summary>The direction of the mean of some vectors' directions; empty when one of them has none, or their lengths differ.</summary>
    public static ReadOnlyMemory<float> MeanOf(IReadOnlyList<ReadOnlyMemory<float>> vectors)
    {
        var sum = new float[vectors[0].Length];
        foreach (var vector in vectors)
        {
            var unit = Of(vector).Span;
            if (unit.Length != sum.Length) return default;
            for (var i = 0; i < sum.Length; i++) sum[i] += unit[i];
        }

        return Of(sum);
    }

    /// <summary>How alike two vectors of length 1 are: 1 minus the cosine of their angle, in [0, 2]; infinite when their lengths differ.</summary>
    public static double Distance(ReadOnlyMemory<float> a, ReadOnlyMemory<float> b) =>
        a.Length == b.Length && a.Length > 0 ? Math.Max(0, 1 - Dot(a.Span, b.Span)) : double.PositiveInfinity;

    private static double Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        double sum = 0;
        for (var i = 0; i < a.Length; i++) sum += (double)a[i] * b[i];
        return sum;
    }
}
