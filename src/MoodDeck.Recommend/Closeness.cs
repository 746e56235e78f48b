using System.Numerics;
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

    /// <summary>The closeness of as many tracks at once as a vector holds, from their means and standard deviations.</summary>
    internal Vector<float> To(Vector<float> v, Vector<float> a, Vector<float> d, Vector<float> sigmaV, Vector<float> sigmaA, Vector<float> sigmaD)
    {
        var (sv, sa, sd) = (Wide(sigmaV, _widthV), Wide(sigmaA, _widthA), Wide(sigmaD, _widthD));
        var (dv, da, dd) = (v - new Vector<float>(_v), a - new Vector<float>(_a), d - new Vector<float>(_d));
        return Fit(sv, sa, sd, dv * dv, da * da, dd * dd);
    }

    /// <summary>
    /// What no track can be closer than whose means and standard deviations lie in these ranges, given by their lowest and highest in the
    /// order valence, arousal, dominance, their deviations; <paramref name="i"/> is where in them to read.
    /// </summary>
    internal Vector<float> Bound(float[][] lowest, float[][] highest, int i)
    {
        var (dv, sv) = Nearest(_v, _widthV, 0);
        var (da, sa) = Nearest(_a, _widthA, 1);
        var (dd, sd) = Nearest(_d, _widthD, 2);
        return Fit(sv, sa, sd, dv, da, dd);

        (Vector<float> Squared, Vector<float> Spread) Nearest(float target, float width, int axis)
        {
            var outside = Vector.Max(Vector.Max(new Vector<float>(lowest[axis], i) - new Vector<float>(target), new Vector<float>(target) - new Vector<float>(highest[axis], i)), Vector<float>.Zero);
            var squared = outside * outside;
            // At a distance d the factor s^-1/2 exp(-d²/2s) of an axis is greatest where s = d².
            var spread = Vector.Min(Vector.Max(squared, Wide(new(lowest[axis + 3], i), width)), Wide(new(highest[axis + 3], i), width));
            return (squared, spread);
        }
    }

    private static Vector<float> Wide(Vector<float> sigma, float width) => new Vector<float>(width) + Vector.Max(sigma * sigma, new Vector<float>((float)SurestVariance));

    private Vector<float> Fit(Vector<float> sv, Vector<float> sa, Vector<float> sd, Vector<float> dv, Vector<float> da, Vector<float> dd)
    {
        var exponent = ((dv / sv) + (da / sa) + (dd / sd)) * -0.5f;
        return Vector.Min(Vector<float>.One, Vector.SquareRoot(new Vector<float>(_best) / (sv * sa * sd)) * Vector.Exp(exponent));
    }
}
