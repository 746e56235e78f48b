namespace MoodDeck.Training.Metrics;

/// <summary>How near answers that are numbers came to the truth.</summary>
/// <param name="Samples">Rows with a known truth.</param>
/// <param name="MeanAbsoluteError">In the unit of the numbers; 0 when there are no rows.</param>
/// <param name="Pearson">Correlation, -1 to 1; null where truths or answers do not vary.</param>
/// <param name="Concordance">
/// Concordance correlation coefficient, -1 to 1: 2 s_xy / (s_x^2 + s_y^2 + (mean x - mean y)^2), with variances over n (Lin
/// 1989, "A Concordance Correlation Coefficient to Evaluate Reproducibility"); unlike Pearson's it falls when answers are
/// shifted or stretched. Null where nothing varies and the means are the same.
/// </param>
public sealed record RegressionMetrics(int Samples, double MeanAbsoluteError, double? Pearson, double? Concordance)
{
    /// <summary>Compares answers with truths; rows whose truth is NaN take no part.</summary>
    /// <exception cref="ArgumentException">There are not as many answers as truths.</exception>
    public static RegressionMetrics Of(ReadOnlySpan<float> truths, ReadOnlySpan<float> answers)
    {
        if (truths.Length != answers.Length) throw new ArgumentException($"{truths.Length} truths, but {answers.Length} answers.", nameof(answers));
        var n = 0;
        double meanT = 0, meanA = 0, error = 0, squaresT = 0, squaresA = 0, products = 0;
        for (var i = 0; i < truths.Length; i++)
        {
            if (float.IsNaN(truths[i])) continue;
            n++;
            var (t, a) = (truths[i] - meanT, answers[i] - meanA);
            // One pass that loses no digits (Welford 1962).
            meanT += t / n;
            meanA += a / n;
            squaresT += t * (truths[i] - meanT);
            squaresA += a * (answers[i] - meanA);
            products += t * (answers[i] - meanA);
            error += Math.Abs((double)truths[i] - answers[i]);
        }

        if (n == 0) return new(0, 0, null, null);
        var spread = Math.Sqrt(squaresT * squaresA);
        var apart = squaresT + squaresA + (n * (meanT - meanA) * (meanT - meanA));
        return new(n, error / n, spread > 0 ? products / spread : null, apart > 0 ? 2 * products / apart : null);
    }
}
