namespace MoodDeck.Training.Metrics;

/// <summary>Whether probabilities mean what they say, and how to make them (Guo et al. 2017, "On Calibration of Modern Neural Networks").</summary>
public static class Calibration
{
    /// <summary>Bins of the expected calibration error.</summary>
    public const int Bins = 15;

    private const double LeastTemperature = 0.05;
    private const double GreatestTemperature = 20;

    /// <summary>Probabilities of logits divided by a temperature; all alike when every logit is minus infinity.</summary>
    public static void Softmax(ReadOnlySpan<float> logits, double temperature, Span<double> probabilities)
    {
        var max = float.NegativeInfinity;
        foreach (var l in logits) max = Math.Max(max, l);
        if (float.IsNegativeInfinity(max))
        {
            probabilities[..logits.Length].Fill(1.0 / logits.Length);
            return;
        }

        double sum = 0;
        for (var i = 0; i < logits.Length; i++) sum += probabilities[i] = Math.Exp((logits[i] - max) / temperature);
        for (var i = 0; i < logits.Length; i++) probabilities[i] /= sum;
    }

    /// <summary>
    /// The expected calibration error: over 15 equally wide bins of the top probability, the mean distance between it and
    /// the share of right answers, weighted by the rows in a bin.
    /// </summary>
    /// <param name="confidences">The top probability of each row.</param>
    /// <param name="correct">Whether each row was answered rightly.</param>
    public static double ExpectedError(ReadOnlySpan<double> confidences, ReadOnlySpan<bool> correct)
    {
        if (confidences.Length != correct.Length) throw new ArgumentException($"{confidences.Length} confidences, but {correct.Length} answers.", nameof(correct));
        if (confidences.IsEmpty) return 0;
        return ReliabilityBins(confidences, correct).Sum(b => b.Count * Math.Abs(b.MeanConfidence - b.ShareRight)) / confidences.Length;
    }

    /// <summary>
    /// What a reliability diagram shows: the rows of each of 15 equally wide bins of the top probability (Niculescu-Mizil and
    /// Caruana 2005), empty bins included, the lowest first.
    /// </summary>
    /// <param name="confidences">The top probability of each row.</param>
    /// <param name="correct">Whether each row was answered rightly.</param>
    public static IReadOnlyList<ReliabilityBin> ReliabilityBins(ReadOnlySpan<double> confidences, ReadOnlySpan<bool> correct)
    {
        if (confidences.Length != correct.Length) throw new ArgumentException($"{confidences.Length} confidences, but {correct.Length} answers.", nameof(correct));
        var (counts, right, sums) = (new int[Bins], new int[Bins], new double[Bins]);
        for (var i = 0; i < confidences.Length; i++)
        {
            // Bins are closed above, as in the paper: (0, 1/15], (1/15, 2/15], ...
            var bin = Math.Clamp((int)Math.Ceiling(confidences[i] * Bins) - 1, 0, Bins - 1);
            counts[bin]++;
            sums[bin] += confidences[i];
            if (correct[i]) right[bin]++;
        }

        return [.. counts.Select((n, i) => new ReliabilityBin((double)i / Bins, (i + 1.0) / Bins, n, n == 0 ? 0 : sums[i] / n, right[i]))];
    }

    /// <summary>
    /// The temperature under which the truths are likeliest, between 0.05 and 20, by golden section on its logarithm (the
    /// likelihood has one peak in 1/T).
    /// </summary>
    /// <param name="logits"><c>[N, classes]</c>.</param>
    /// <param name="truths">The class of each row.</param>
    /// <param name="classes">How many classes there are, 2 or more.</param>
    /// <param name="doubt">The share of every truth that is given to the other classes alike, 0 to below 1.</param>
    public static double FitTemperature(ReadOnlySpan<float> logits, ReadOnlySpan<int> truths, int classes, double doubt = 0)
    {
        if (truths.IsEmpty) throw new ArgumentException("There are no rows to fit a temperature to.", nameof(truths));
        if (logits.Length != truths.Length * classes) throw new ArgumentException($"Expected {truths.Length * classes} logits, got {logits.Length}.", nameof(logits));
        var ratio = (Math.Sqrt(5) - 1) / 2;
        var (low, high) = (Math.Log(LeastTemperature), Math.Log(GreatestTemperature));
        var (a, b) = (high - (ratio * (high - low)), low + (ratio * (high - low)));
        var (lossA, lossB) = (Loss(logits, truths, classes, a, doubt), Loss(logits, truths, classes, b, doubt));
        while (high - low > 1e-5)
        {
            if (lossA < lossB)
            {
                (high, b, lossB) = (b, a, lossA);
                a = high - (ratio * (high - low));
                lossA = Loss(logits, truths, classes, a, doubt);
            }
            else
            {
                (low, a, lossA) = (a, b, lossB);
                b = low + (ratio * (high - low));
                lossB = Loss(logits, truths, classes, b, doubt);
            }
        }

        return Math.Exp((low + high) / 2);
    }

    /// <summary>The mean negative log-likelihood of the truths, in nats, at a temperature.</summary>
    public static double NegativeLogLikelihood(ReadOnlySpan<float> logits, ReadOnlySpan<int> truths, int classes, double temperature) =>
        Loss(logits, truths, classes, Math.Log(temperature), 0);

    private static double Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> truths, int classes, double logTemperature, double doubt)
    {
        var inverse = Math.Exp(-logTemperature);
        double sum = 0;
        for (var row = 0; row < truths.Length; row++)
        {
            var z = logits.Slice(row * classes, classes);
            var max = float.NegativeInfinity;
            foreach (var l in z) max = Math.Max(max, l);
            double total = 0, others = 0;
            foreach (var l in z)
            {
                total += Math.Exp((l - max) * inverse);
                others += l - max;
            }

            var truth = z[truths[row]] - max;
            sum += Math.Log(total) - ((((1 - doubt) * truth) + (doubt * (others - truth) / (classes - 1))) * inverse);
        }

        return sum / truths.Length;
    }
}
