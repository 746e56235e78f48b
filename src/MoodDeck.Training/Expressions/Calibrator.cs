using MoodDeck.Training.Metrics;

namespace MoodDeck.Training.Expressions;

/// <summary>Fits temperature and the threshold of "unsure" on rows kept aside.</summary>
public static class Calibrator
{
    /// <summary>The precision that statements above the threshold should reach.</summary>
    public const double WantedPrecision = 0.9;

    /// <summary>Fits both.</summary>
    /// <param name="logits">Logits, <c>[rows, classes]</c>.</param>
    /// <param name="labels">The right class of each row.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <exception cref="ArgumentException">There are no rows, or not as many logits as they need.</exception>
    public static EmotionCalibration Fit(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, int classes)
    {
        if (labels.IsEmpty || logits.Length != labels.Length * classes) throw new ArgumentException("Calibration needs rows with labels.", nameof(logits));
        // Rows that are all right would ask for the lowest temperature there is, and every face would be certain: each counts
        // with the doubt that so many right answers leave (Platt 1999, section 2.2).
        var temperature = Calibration.FitTemperature(logits, labels, classes, doubt: 1 / (labels.Length + 2.0));
        return new(temperature, UnsureBelow(logits, labels, classes, temperature));
    }

    // The lowest threshold above which at least the wanted share is right.
    private static double UnsureBelow(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, int classes, double temperature)
    {
        var rows = new (double Top, bool Right)[labels.Length];
        Span<double> p = stackalloc double[classes];
        for (var row = 0; row < rows.Length; row++)
        {
            Calibration.Softmax(logits.Slice(row * classes, classes), temperature, p);
            var top = System.Numerics.Tensors.TensorPrimitives.IndexOfMax<double>(p);
            rows[row] = (p[top], top == labels[row]);
        }

        Array.Sort(rows, (a, b) => b.Top.CompareTo(a.Top));
        var (right, threshold) = (0, rows[0].Top);
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Right) right++;
            if (right >= WantedPrecision * (i + 1)) threshold = rows[i].Top;
        }

        // Few rows that are all right and all sure ask for certainty, which no reader takes and no other face reaches; a
        // calibrated probability of the wanted precision is enough by itself.
        return Math.Min(threshold, WantedPrecision);
    }
}
