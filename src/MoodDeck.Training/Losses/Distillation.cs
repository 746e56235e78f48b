namespace MoodDeck.Training.Losses;

/// <summary>
/// Cross-entropy of softened answers against a teacher's (Hinton, Vinyals and Dean 2015, "Distilling the Knowledge in a
/// Neural Network"): both are softened by a temperature T, and the loss is multiplied by T squared, so that its gradient
/// keeps its size.
/// </summary>
public static class Distillation
{
    /// <summary>Adds the mean loss' gradient to one that is there, and returns the loss.</summary>
    /// <param name="logits">The pupil's, <c>[N, 1, 1, C]</c>.</param>
    /// <param name="taught">The teacher's probabilities at temperature 1, N * C.</param>
    /// <param name="gradient">What is added to, <c>[N, 1, 1, C]</c>.</param>
    /// <param name="temperature">T, at least 1.</param>
    /// <param name="scale">Factor on the loss and its gradient.</param>
    public static double Add(Tensor logits, ReadOnlySpan<float> taught, Tensor gradient, double temperature, double scale)
    {
        ArgumentNullException.ThrowIfNull(logits);
        ArgumentNullException.ThrowIfNull(gradient);
        ArgumentOutOfRangeException.ThrowIfLessThan(temperature, 1);
        int n = logits.Shape.N, c = logits.Shape.C;
        if (taught.Length != n * c) throw new ArgumentException($"Expected {n * c} probabilities, got {taught.Length}.", nameof(taught));
        Span<double> pupil = stackalloc double[c], teacher = stackalloc double[c];
        double loss = 0;
        for (var row = 0; row < n; row++)
        {
            Metrics.Calibration.Softmax(logits.Span.Slice(row * c, c), temperature, pupil);
            Soften(taught.Slice(row * c, c), temperature, teacher);
            var g = gradient.Span.Slice(row * c, c);
            for (var k = 0; k < c; k++)
            {
                loss -= scale * temperature * temperature / n * teacher[k] * Math.Log(Math.Max(pupil[k], 1e-30));
                g[k] += (float)(scale * temperature / n * (pupil[k] - teacher[k]));
            }
        }

        return loss;
    }

    // A probability's logarithm is its logit but for a constant, which the softmax takes away again.
    private static void Soften(ReadOnlySpan<float> probabilities, double temperature, Span<double> softened)
    {
        double sum = 0;
        for (var k = 0; k < softened.Length; k++) sum += softened[k] = Math.Pow(Math.Max(probabilities[k], 1e-12f), 1 / temperature);
        for (var k = 0; k < softened.Length; k++) softened[k] /= sum;
    }
}
