namespace MoodDeck.Training.Expressions;

/// <summary>Fits temperature and the threshold of "unsure" on rows kept aside.</summary>
public static class Calibrator
{
    /// <summary>The precision that statements above the threshold should reach.</summary>
    public const double WantedPrecision = 0.9;

    /// <summary>Fits both.</summary>
    /// <param name="logits">One array of logits a row.</param>
    /// <param name="labels">The right class of each row.</param>
    /// <exception cref="ArgumentException">There are no rows.</exception>
    public static Calibration Fit(IReadOnlyList<float[]> logits, IReadOnlyList<int> labels)
    {
        ArgumentNullException.ThrowIfNull(logits);
        ArgumentNullException.ThrowIfNull(labels);
        if (logits.Count == 0 || logits.Count != labels.Count) throw new ArgumentException("Calibration needs rows with labels.", nameof(logits));
        var temperature = GoldenSection(t => NegativeLogLikelihood(logits, labels, Math.Exp(t)), Math.Log(0.2), Math.Log(5));
        return new(Math.Exp(temperature), UnsureBelow(logits, labels, Math.Exp(temperature)));
    }

    // The lowest threshold above which at least the wanted share is right.
    private static double UnsureBelow(IReadOnlyList<float[]> logits, IReadOnlyList<int> labels, double temperature)
    {
        var rows = logits.Select((z, i) =>
        {
            var p = Softmax(z, temperature);
            var top = Array.IndexOf(p, p.Max());
            return (Top: p[top], Right: top == labels[i]);
        }).OrderByDescending(r => r.Top).ToArray();
        var (right, threshold) = (0, rows[0].Top);
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Right) right++;
            if (right >= WantedPrecision * (i + 1)) threshold = rows[i].Top;
        }

        return threshold;
    }

    private static double NegativeLogLikelihood(IReadOnlyList<float[]> logits, IReadOnlyList<int> labels, double temperature)
    {
        double sum = 0;
        for (var i = 0; i < logits.Count; i++) sum -= Math.Log(Math.Max(1e-12, Softmax(logits[i], temperature)[labels[i]]));
        return sum;
    }

    private static double[] Softmax(float[] z, double temperature)
    {
        var max = z.Max();
        var p = Array.ConvertAll(z, v => Math.Exp((v - max) / temperature));
        var sum = p.Sum();
        return Array.ConvertAll(p, v => v / sum);
    }

    // Kiefer (1953): the likelihood has one minimum in the temperature.
    private static double GoldenSection(Func<double, double> f, double low, double high)
    {
        const double Ratio = 0.6180339887498949;
        for (var i = 0; i < 40; i++)
        {
            var (a, b) = (high - (Ratio * (high - low)), low + (Ratio * (high - low)));
            if (f(a) < f(b)) high = b;
            else low = a;
        }

        return (low + high) / 2;
    }
}
