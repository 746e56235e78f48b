using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;

namespace MoodDeck.Recommend;

/// <summary>
/// How close a track's mood is to a target, when neither is known exactly.
/// </summary>
/// <remarks>
/// Somebody at mood x finds a track at mood y fitting by the kernel exp(-(x - y)² / 2w²) per axis. With x and y Gaussian, the
/// expected fit has the closed form w / sqrt(w² + sx² + sy²) · exp(-d² / 2(w² + sx² + sy²)), d being the distance of the
/// means: the convolution of Gaussians, used this way as the expected likelihood kernel (Jebara, Kondor and Howard 2004). It is divided by
/// its value for a track at the target whose spread is <see cref="SurestSigma"/>, so that a surely known track at the
/// target scores 1 and a track of which nothing is known scores low everywhere instead of fitting everything.
/// </remarks>
public readonly struct Closeness
{
    /// <summary>Kernel width on valence and arousal, in axis units.</summary>
    public const double Width = 0.35;

    /// <summary>Kernel width on dominance, which raters agree on least, so that it counts a quarter as much.</summary>
    public const double DominanceWidth = 0.70;

    /// <summary>The spread of the surest track mood; a smaller one counts as this.</summary>
    public const double SurestSigma = 0.15;

    private const double SurestVariance = SurestSigma * SurestSigma;
    private readonly float _v, _a, _d, _widthV, _widthA, _widthD, _best;

    /// <summary>Prepares the measure for one target; its covariances between axes are left out.</summary>
    public Closeness(VadGaussian target)
    {
        var (mean, c) = (target.Mean, target.Covariance);
        (_v, _a, _d) = ((float)mean.Valence, (float)mean.Arousal, (float)mean.Dominance);
        _widthV = (float)((Width * Width) + c.VV);
        _widthA = (float)((Width * Width) + c.AA);
        _widthD = (float)((DominanceWidth * DominanceWidth) + c.DD);
        _best = (float)((_widthV + SurestVariance) * (_widthA + SurestVariance) * (_widthD + SurestVariance));
    }

    /// <summary>The closeness of one track, 0 to 1.</summary>
    public double To(TrackMood mood) => To(
        (float)mood.Mean.Valence, (float)mood.Mean.Arousal, (float)mood.Mean.Dominance,
        (float)(mood.Sigma.Valence * mood.Sigma.Valence), (float)(mood.Sigma.Arousal * mood.Sigma.Arousal),
        (float)(mood.Sigma.Dominance * mood.Sigma.Dominance));

    /// <summary>The closeness of a track of mean (<paramref name="v"/>, <paramref name="a"/>, <paramref name="d"/>) and these variances.</summary>
    public float To(float v, float a, float d, float varianceV, float varianceA, float varianceD)
    {
        var sv = _widthV + MathF.Max(varianceV, (float)SurestVariance);
        var sa = _widthA + MathF.Max(varianceA, (float)SurestVariance);
        var sd = _widthD + MathF.Max(varianceD, (float)SurestVariance);
        var (dv, da, dd) = (v - _v, a - _a, d - _d);
        var squared = (dv * dv / sv) + (da * da / sa) + (dd * dd / sd);
        return MathF.Min(1, MathF.Sqrt(_best / (sv * sa * sd)) * MathF.Exp(-0.5f * squared));
    }
}
