namespace MoodDeck.Training.Augmentation;

/// <summary>
/// Draws from Beta(a, a): the share of one of two equally distributed gamma variables in their sum. Gamma variables after
/// Marsaglia and Tsang (2000), "A Simple Method for Generating Gamma Variables", whose rejection keeps them exact.
/// </summary>
internal static class BetaDistribution
{
    /// <summary>A number in [0, 1] with mean 1/2 and variance <c>1 / (4 (2a + 1))</c>.</summary>
    /// <param name="random">The source; how many numbers it gives varies.</param>
    /// <param name="a">More than 0; below 1 the ends are likelier than the middle, at 1 all is alike.</param>
    public static double Symmetric(ref FastRandom random, double a)
    {
        // In logarithms, since a gamma variable of a small shape is often less than the least double.
        var difference = LogGamma(ref random, a) - LogGamma(ref random, a);
        return 1 / (1 + Math.Exp(-difference));
    }

    // Below shape 1: a variable of shape a + 1 times U^(1/a).
    private static double LogGamma(ref FastRandom random, double shape)
    {
        var boost = shape < 1 ? Math.Log(random.NextDouble()) / shape : 0;
        var d = (shape < 1 ? shape + 1 : shape) - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal(ref random);
            var v = 1 + (c * x);
            if (v <= 0) continue;
            v = v * v * v;
            if (Math.Log(random.NextDouble()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v))) return Math.Log(d * v) + boost;
        }
    }

    // Box and Muller (1958); the generator's own quick normal lacks the tails that the rejection counts on.
    private static double Normal(ref FastRandom random) =>
        Math.Sqrt(-2 * Math.Log(random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
