namespace MoodDeck.Training.Losses;

/// <summary>Cross-entropy of the softmax of logits against soft labels.</summary>
public static class SoftmaxCrossEntropy
{
    /// <summary>
    /// The weighted mean loss over a batch, and its gradient with respect to the logits.
    /// </summary>
    /// <param name="logits"><c>[N, 1, 1, C]</c>.</param>
    /// <param name="targets">N * C probabilities; each row sums to 1.</param>
    /// <param name="weights">N weights; a row of weight 0 does not count.</param>
    /// <param name="gradient">Receives the gradient, <c>[N, 1, 1, C]</c>.</param>
    /// <param name="scale">Factor on the loss and its gradient, to balance several heads.</param>
    /// <returns>The loss, 0 when no row counts.</returns>
    public static double Run(Tensor logits, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights, Tensor gradient, double scale = 1)
    {
        ArgumentNullException.ThrowIfNull(logits);
        ArgumentNullException.ThrowIfNull(gradient);
        int n = logits.Shape.N, c = logits.Shape.C;
        if (targets.Length != n * c || weights.Length != n)
            throw new ArgumentException($"Expected {n * c} targets and {n} weights, got {targets.Length} and {weights.Length}.", nameof(targets));
        gradient.Resize(logits.Shape);
        double total = 0, loss = 0;
        foreach (var w in weights) total += w;
        for (var row = 0; row < n; row++)
        {
            var z = logits.Span.Slice(row * c, c);
            var g = gradient.Span.Slice(row * c, c);
            var t = targets.Slice(row * c, c);
            if (weights[row] == 0 || total == 0)
            {
                g.Clear();
                continue;
            }

            var max = float.NegativeInfinity;
            foreach (var v in z) max = Math.Max(max, v);
            double sum = 0;
            foreach (var v in z) sum += Math.Exp(v - max);
            var log = max + Math.Log(sum);
            var factor = scale * weights[row] / total;
            for (var k = 0; k < c; k++)
            {
                loss -= factor * t[k] * (z[k] - log);
                g[k] = (float)(factor * (Math.Exp(z[k] - log) - t[k]));
            }
        }

        return loss;
    }
}
