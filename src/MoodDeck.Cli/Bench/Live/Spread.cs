using MoodDeck.Training.Augmentation;

namespace MoodDeck.Cli.Bench.Live;

/// <summary>A mean over faces and how much it depends on which faces these are.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="StandardDeviation">Between faces.</param>
/// <param name="Median">Half of the faces have no more.</param>
/// <param name="P90">Nine of ten have no more.</param>
/// <param name="Ci95">Where the mean of as many other faces would lie in 95 of 100 cases (percentile bootstrap, Efron 1979).</param>
internal sealed record Spread(double Mean, double StandardDeviation, double Median, double P90, IReadOnlyList<double> Ci95)
{
    private const int Resamples = 2000;

    /// <summary>The spread of some values; null for none.</summary>
    public static Spread? Of(IReadOnlyCollection<double> values)
    {
        if (values.Count == 0) return null;
        var sorted = values.Order().ToArray();
        var mean = sorted.Average();
        var deviation = Math.Sqrt(sorted.Sum(v => (v - mean) * (v - mean)) / Math.Max(1, sorted.Length - 1));
        var random = FastRandom.For(15, 0, sorted.Length);
        var means = new double[Resamples];
        for (var r = 0; r < Resamples; r++)
        {
            double sum = 0;
            for (var i = 0; i < sorted.Length; i++) sum += sorted[random.NextInt(sorted.Length)];
            means[r] = sum / sorted.Length;
        }

        Array.Sort(means);
        return new(Rounded(mean), Rounded(deviation), Rounded(At(sorted, 0.5)), Rounded(At(sorted, 0.9)), [Rounded(At(means, 0.025)), Rounded(At(means, 0.975))]);
    }

    // The smallest value that this share does not exceed.
    private static double At(double[] sorted, double share) => sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];

    private static double Rounded(double value) => Math.Round(value, 3);
}
