namespace MoodDeck.Training.Losses;

/// <summary>Half the squared distance between outputs and targets, summed over an output's numbers.</summary>
public static class MeanSquaredError
{
    /// <summary>The weighted mean loss over a batch, and its gradient with respect to the outputs.</summary>
    /// <param name="outputs"><c>[N, 1, 1, C]</c>.</param>
    /// <param name="targets">N * C numbers; one that is NaN is unknown and does not count.</param>
    /// <param name="weights">N weights; a row of weight 0 does not count.</param>
    /// <param name="gradient">Receives the gradient, <c>[N, 1, 1, C]</c>.</param>
    /// <returns>The loss, 0 when no row counts.</returns>
    public static double Run(Tensor outputs, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights, Tensor gradient)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(gradient);
        int n = outputs.Shape.N, c = outputs.Shape.C;
        if (targets.Length != n * c || weights.Length != n)
            throw new ArgumentException($"Expected {n * c} targets and {n} weights, got {targets.Length} and {weights.Length}.", nameof(targets));
        gradient.Resize(outputs.Shape);
        double total = 0, loss = 0;
        foreach (var w in weights) total += w;
        for (var row = 0; row < n; row++)
        {
            var factor = total == 0 ? 0 : weights[row] / total;
            for (var k = row * c; k < (row + 1) * c; k++)
            {
                var error = factor == 0 || float.IsNaN(targets[k]) ? 0 : outputs.Span[k] - (double)targets[k];
                loss += factor * error * error / 2;
                gradient.Span[k] = (float)(factor * error);
            }
        }

        return loss;
    }
}
