namespace MoodDeck.Audio.Listening.Describing;

/// <summary>The few statistics that descriptors are made of.</summary>
internal static class Statistics
{
    public static (double Mean, double Spread) MeanAndSpread(ReadOnlySpan<float> values)
    {
        if (values.IsEmpty) return (0, 0);
        double sum = 0, squares = 0;
        foreach (var x in values)
        {
            sum += x;
            squares += (double)x * x;
        }

        var mean = sum / values.Length;
        return (mean, Math.Sqrt(Math.Max(0, (squares / values.Length) - (mean * mean))));
    }

    public static double Mean(ReadOnlySpan<float> values) => MeanAndSpread(values).Mean;

    /// <summary>The value that a share of them lies below, between the two nearest; 0 of none.</summary>
    public static double Quantile(ReadOnlySpan<float> sorted, double share)
    {
        if (sorted.IsEmpty) return 0;
        var at = share * (sorted.Length - 1);
        var low = (int)at;
        var high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + ((at - low) * (sorted[high] - sorted[low]));
    }

    /// <summary>The cosine of the angle between two vectors; 0 where one is nothing.</summary>
    public static double Cosine(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        double cross = 0, squareA = 0, squareB = 0;
        for (var i = 0; i < a.Length; i++)
        {
            cross += (double)a[i] * b[i];
            squareA += (double)a[i] * a[i];
            squareB += (double)b[i] * b[i];
        }

        return squareA > 1e-18 && squareB > 1e-18 ? cross / Math.Sqrt(squareA * squareB) : 0;
    }

    /// <summary>How much a series rises from its beginning to its end, by the line of least squares.</summary>
    public static double Rise(ReadOnlySpan<float> values)
    {
        if (values.Length < 2) return 0;
        double mean = Mean(values), middle = (values.Length - 1) / 2.0, cross = 0, squares = 0;
        for (var i = 0; i < values.Length; i++)
        {
            cross += (i - middle) * (values[i] - mean);
            squares += (i - middle) * (i - middle);
        }

        return cross / squares * values.Length;
    }
}
