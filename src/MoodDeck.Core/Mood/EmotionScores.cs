using System.Collections;

namespace MoodDeck.Core.Mood;

/// <summary>Eight probabilities, one for each <see cref="Emotion"/>, that sum to 1.</summary>
public sealed class EmotionScores : IReadOnlyList<double>
{
    /// <summary>
    /// How widely one expression is spread around its anchor, one standard deviation per axis: the mean of the standard
    /// deviations Russell and Mehrabian (1977) report for these terms is about 0.3.
    /// </summary>
    public const double AnchorSigma = 0.3;

    private readonly double[] _p;

    private EmotionScores(double[] p) => _p = p;

    /// <summary>Takes eight weights in index order and scales them to sum to 1.</summary>
    /// <exception cref="ArgumentException">Not eight weights, a negative or non-finite one, or all zero.</exception>
    public static EmotionScores FromWeights(ReadOnlySpan<double> weights)
    {
        if (weights.Length != Emotions.Count)
            throw new ArgumentException($"Expected {Emotions.Count} weights, got {weights.Length}.", nameof(weights));
        double sum = 0;
        foreach (var w in weights)
        {
            if (!(w >= 0) || double.IsInfinity(w)) throw new ArgumentException($"A weight is {w}; expected zero or more.", nameof(weights));
            sum += w;
        }

        if (!(sum > 0)) throw new ArgumentException("All weights are zero.", nameof(weights));
        var p = new double[Emotions.Count];
        for (var i = 0; i < p.Length; i++) p[i] = weights[i] / sum;
        return new EmotionScores(p);
    }

    /// <summary>Softmax of eight logits divided by <paramref name="temperature"/> (Guo et al. 2017).</summary>
    public static EmotionScores FromLogits(ReadOnlySpan<float> logits, double temperature = 1)
    {
        if (logits.Length != Emotions.Count)
            throw new ArgumentException($"Expected {Emotions.Count} logits, got {logits.Length}.", nameof(logits));
        if (!(temperature > 0)) throw new ArgumentOutOfRangeException(nameof(temperature), temperature, "Expected more than 0.");
        var max = float.NegativeInfinity;
        foreach (var l in logits) max = Math.Max(max, l);
        Span<double> w = stackalloc double[Emotions.Count];
        for (var i = 0; i < w.Length; i++) w[i] = Math.Exp((logits[i] - max) / temperature);
        return FromWeights(w);
    }

    /// <summary>The probability of one expression.</summary>
    public double this[Emotion emotion] => _p[(int)emotion];

    /// <inheritdoc/>
    public double this[int index] => _p[index];

    /// <inheritdoc/>
    public int Count => _p.Length;

    /// <summary>The most probable expression; the first in index order on a tie.</summary>
    public Emotion Top
    {
        get
        {
            var best = 0;
            for (var i = 1; i < _p.Length; i++) if (_p[i] > _p[best]) best = i;
            return (Emotion)best;
        }
    }

    /// <summary>
    /// The mood these probabilities speak of: the mixture of one Gaussian per expression, matched in mean and
    /// covariance, so that a face torn between two expressions gives a wide reading.
    /// </summary>
    public VadGaussian ToVad()
    {
        var mean = Vad.Neutral;
        foreach (var e in Emotions.All) mean += this[e] * Emotions.AnchorOf(e);
        var covariance = VadCovariance.Isotropic(AnchorSigma);
        foreach (var e in Emotions.All) covariance += this[e] * VadCovariance.Outer(Emotions.AnchorOf(e) - mean);
        return new VadGaussian(mean, covariance);
    }

    /// <inheritdoc/>
    public IEnumerator<double> GetEnumerator() => ((IEnumerable<double>)_p).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
