namespace MoodDeck.Core.Mood;

/// <summary>A Gaussian over the mood space: where, and how surely.</summary>
/// <param name="Mean">The centre.</param>
/// <param name="Covariance">The spread.</param>
public readonly record struct VadGaussian(Vad Mean, VadCovariance Covariance)
{
    /// <summary>What is said when nothing is known: neutral, with the widest spread.</summary>
    public static VadGaussian Unknown => new(Vad.Neutral, VadCovariance.Widest);

    /// <summary>
    /// How sure this is, in [0, 1]: 1 minus the mean standard deviation over valence and arousal relative to
    /// <see cref="VadCovariance.WidestSigma"/>.
    /// </summary>
    public double Confidence
    {
        get
        {
            var s = Covariance.Sigma;
            return Math.Clamp(1 - ((s.Valence + s.Arousal) / 2 / VadCovariance.WidestSigma), 0, 1);
        }
    }

    /// <summary>
    /// The product of two Gaussians, scaled to one: what two independent observations of the same mood say together
    /// (precision-weighted mean). Never wider than either.
    /// </summary>
    public VadGaussian Fuse(VadGaussian other)
    {
        var p = Covariance.Invert();
        var q = other.Covariance.Invert();
        var covariance = (p + q).Invert();
        return new(covariance * ((p * Mean) + (q * other.Mean)), covariance);
    }
}
