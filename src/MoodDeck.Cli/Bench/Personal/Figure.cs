namespace MoodDeck.Cli.Bench.Personal;

/// <summary>A mean over faces or trials with its interval of 95 % (normal approximation over these, clipped to [0, 1]).</summary>
/// <param name="Mean">The mean share.</param>
/// <param name="Ci95">Low and high end.</param>
internal sealed record Figure(double Mean, double[] Ci95)
{
    /// <summary>The mean of shares, each of one face or trial; null for none.</summary>
    public static Figure? Of(IReadOnlyCollection<double> shares)
    {
        if (shares.Count == 0) return null;
        var mean = shares.Average();
        var deviation = shares.Count < 2 ? 0 : Math.Sqrt(shares.Sum(s => (s - mean) * (s - mean)) / (shares.Count - 1));
        var half = 1.96 * deviation / Math.Sqrt(shares.Count);
        return new(Round(mean), [Round(Math.Max(0, mean - half)), Round(Math.Min(1, mean + half))]);
    }

    private static double Round(double share) => Math.Round(share, 4);
}

/// <summary>A figure without and with what is known of a listener's face.</summary>
/// <param name="General">What the general model alone does.</param>
/// <param name="Personal">What it does with the listener's face.</param>
internal sealed record BeforeAfter(Figure? General, Figure? Personal)
{
    /// <summary>The means of pairs of shares.</summary>
    public static BeforeAfter Of(IReadOnlyCollection<(double General, double Personal)> pairs) =>
        new(Figure.Of([.. pairs.Select(p => p.General)]), Figure.Of([.. pairs.Select(p => p.Personal)]));
}
