namespace MoodDeck.Training.Resampling;

/// <summary>How much a row counts by its class.</summary>
public enum ClassWeighting
{
    /// <summary>Every row alike.</summary>
    None,

    /// <summary>By one over the number of rows of its class, so that all classes count alike.</summary>
    InverseFrequency,

    /// <summary>
    /// By <c>(1 - beta) / (1 - beta^n)</c> for a class of n rows: further rows of a large class add less and less (Cui et
    /// al. 2019, "Class-Balanced Loss Based on Effective Number of Samples"). Beta 0 is <see cref="None"/>, beta near 1 is
    /// <see cref="InverseFrequency"/>.
    /// </summary>
    EffectiveNumber,
}

/// <summary>Weights of classes, such that the mean weight over the rows they were made for is 1.</summary>
public static class ClassWeights
{
    /// <summary>The beta of <see cref="ClassWeighting.EffectiveNumber"/> that Cui et al. (2019) use for long-tailed sets of this size.</summary>
    public const double DefaultBeta = 0.999;

    /// <summary>The weight of each class; 0 for a class without rows.</summary>
    /// <param name="counts">Rows of each class; with soft labels the sum of their shares, so not always whole.</param>
    /// <param name="weighting">The rule.</param>
    /// <param name="beta">For <see cref="ClassWeighting.EffectiveNumber"/>: from 0 to below 1.</param>
    /// <exception cref="ArgumentException">No class has rows, or a count is negative or not a number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Beta is out of its range.</exception>
    public static float[] Of(ReadOnlySpan<double> counts, ClassWeighting weighting, double beta = DefaultBeta)
    {
        if (beta is not (>= 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(beta), beta, "Expected 0 to below 1.");
        var raw = new double[counts.Length];
        double rows = 0, sum = 0;
        for (var c = 0; c < raw.Length; c++)
        {
            if (counts[c] is not (>= 0 and < double.PositiveInfinity)) throw new ArgumentException($"Class {c} has {counts[c]} rows.", nameof(counts));
            if (counts[c] == 0) continue;
            raw[c] = weighting switch
            {
                ClassWeighting.None => 1,
                ClassWeighting.InverseFrequency => 1 / counts[c],
                ClassWeighting.EffectiveNumber => (1 - beta) / (1 - Math.Pow(beta, counts[c])),
                _ => throw new ArgumentOutOfRangeException(nameof(weighting), weighting, "There is no such weighting."),
            };
            rows += counts[c];
            sum += counts[c] * raw[c];
        }

        if (rows == 0) throw new ArgumentException("No class has any rows to be weighted.", nameof(counts));
        return Array.ConvertAll(raw, w => (float)(w * rows / sum));
    }

    /// <summary>The weight of a row: the mean of the classes' weights by the row's shares.</summary>
    /// <param name="shares">The row's share of each class, adding up to 1.</param>
    /// <param name="weights">The weight of each class.</param>
    public static float OfRow(ReadOnlySpan<float> shares, ReadOnlySpan<float> weights) =>
        System.Numerics.Tensors.TensorPrimitives.Dot(shares, weights);
}
