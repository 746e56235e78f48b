namespace MoodDeck.Core.Mood;

/// <summary>
/// A symmetric 3 x 3 covariance over valence (V), arousal (A) and dominance (D); the six members are its upper
/// triangle. Variances are in squared axis units.
/// </summary>
/// <param name="VV">Variance of valence.</param>
/// <param name="AA">Variance of arousal.</param>
/// <param name="DD">Variance of dominance.</param>
/// <param name="VA">Covariance of valence and arousal.</param>
/// <param name="VD">Covariance of valence and dominance.</param>
/// <param name="AD">Covariance of arousal and dominance.</param>
public readonly record struct VadCovariance(double VV, double AA, double DD, double VA = 0, double VD = 0, double AD = 0)
{
    /// <summary>
    /// The widest standard deviation per axis: that of a uniform distribution over [-1, 1] (1/sqrt 3). What nothing is
    /// known about has this spread.
    /// </summary>
    public const double WidestSigma = 0.5773502691896258;

    /// <summary>The covariance of something of which nothing is known.</summary>
    public static VadCovariance Widest => Isotropic(WidestSigma);

    /// <summary>The same standard deviation on every axis, no correlation.</summary>
    public static VadCovariance Isotropic(double sigma) => new(sigma * sigma, sigma * sigma, sigma * sigma);

    /// <summary>The outer product of a vector with itself.</summary>
    public static VadCovariance Outer(Vad d) => new(
        d.Valence * d.Valence, d.Arousal * d.Arousal, d.Dominance * d.Dominance,
        d.Valence * d.Arousal, d.Valence * d.Dominance, d.Arousal * d.Dominance);

    /// <summary>Standard deviation per axis.</summary>
    public Vad Sigma => new(Math.Sqrt(Math.Max(VV, 0)), Math.Sqrt(Math.Max(AA, 0)), Math.Sqrt(Math.Max(DD, 0)));

    /// <summary>Adds member by member.</summary>
    public static VadCovariance operator +(VadCovariance a, VadCovariance b) =>
        new(a.VV + b.VV, a.AA + b.AA, a.DD + b.DD, a.VA + b.VA, a.VD + b.VD, a.AD + b.AD);

    /// <summary>Scales every member.</summary>
    public static VadCovariance operator *(double s, VadCovariance a) =>
        new(s * a.VV, s * a.AA, s * a.DD, s * a.VA, s * a.VD, s * a.AD);

    /// <summary>The matrix times a vector.</summary>
    public static Vad operator *(VadCovariance m, Vad x) => new(
        (m.VV * x.Valence) + (m.VA * x.Arousal) + (m.VD * x.Dominance),
        (m.VA * x.Valence) + (m.AA * x.Arousal) + (m.AD * x.Dominance),
        (m.VD * x.Valence) + (m.AD * x.Arousal) + (m.DD * x.Dominance));

    /// <summary>The determinant; positive for a proper covariance.</summary>
    public double Determinant =>
        (VV * ((AA * DD) - (AD * AD))) - (VA * ((VA * DD) - (AD * VD))) + (VD * ((VA * AD) - (AA * VD)));

    /// <summary>The inverse (the precision matrix).</summary>
    /// <exception cref="InvalidOperationException">The matrix is singular.</exception>
    public VadCovariance Invert()
    {
        var det = Determinant;
        if (!(Math.Abs(det) > 1e-18)) throw new InvalidOperationException("A covariance with no spread on some axis has no inverse.");
        var s = 1 / det;
        return new(
            s * ((AA * DD) - (AD * AD)), s * ((VV * DD) - (VD * VD)), s * ((VV * AA) - (VA * VA)),
            s * ((VD * AD) - (VA * DD)), s * ((VA * AD) - (AA * VD)), s * ((VA * VD) - (VV * AD)));
    }

    /// <summary>Squared Mahalanobis length of <paramref name="d"/> under this covariance.</summary>
    /// <exception cref="InvalidOperationException">The matrix is singular.</exception>
    public double MahalanobisSquared(Vad d)
    {
        var x = Invert() * d;
        return (x.Valence * d.Valence) + (x.Arousal * d.Arousal) + (x.Dominance * d.Dominance);
    }
}
