using FsCheck;
using FsCheck.Fluent;
using MoodDeck.Core.Mood;

namespace MoodDeck.Core.Tests;

/// <summary>How FsCheck draws the values of the mood space.</summary>
internal static class Moods
{
    public static Gen<double> Between(double low, double high) =>
        Gen.Choose(0, 1_000_000).Select(i => low + (i / 1e6 * (high - low)));

    public static Gen<Vad> Vads { get; } =
        from v in Between(-1, 1) from a in Between(-1, 1) from d in Between(-1, 1) select new Vad(v, a, d);

    /// <summary>Proper covariances: variances of 0.01² to 0.6² with a random correlation, as a sum of outer products.</summary>
    public static Gen<VadCovariance> Covariances { get; } =
        from sigma in Between(0.01, 0.4)
        from x in Vads
        from y in Vads
        select VadCovariance.Isotropic(sigma) + (0.1 * VadCovariance.Outer(x)) + (0.05 * VadCovariance.Outer(y));

    public static Gen<VadGaussian> Gaussians { get; } =
        from mean in Vads from covariance in Covariances select new VadGaussian(mean, covariance);

    public static Gen<EmotionScores> Scores { get; } = Gen.Choose(0, 1000).ArrayOf(Emotions.Count)
        .Where(weights => weights.Any(w => w > 0))
        .Select(weights => EmotionScores.FromWeights([.. weights.Select(w => (double)w)]));

    /// <summary>Asserts a statement over many drawn values.</summary>
    public static void ForAll<T>(Gen<T> values, Action<T> statement) =>
        Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true), Prop.ForAll(values.ToArbitrary(), value => statement(value)));

    public static void AssertClose(Vad expected, Vad actual, double tolerance = 1e-9)
    {
        Assert.Equal(expected.Valence, actual.Valence, tolerance);
        Assert.Equal(expected.Arousal, actual.Arousal, tolerance);
        Assert.Equal(expected.Dominance, actual.Dominance, tolerance);
    }
}
