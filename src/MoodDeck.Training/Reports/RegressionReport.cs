using MoodDeck.Training.Metrics;

namespace MoodDeck.Training.Reports;

/// <summary>How near answers came on one dimension.</summary>
/// <param name="Dimension">Such as <c>valence</c>.</param>
/// <param name="Figures">Mean absolute error, correlation, concordance.</param>
/// <param name="Points">Truth and answer of rows, at most <see cref="MostPoints"/> of them, evenly taken.</param>
public sealed record RegressionReport(string Dimension, RegressionMetrics Figures, IReadOnlyList<RegressionPoint> Points)
{
    /// <summary>Points kept for the plot at most; the figures count every row.</summary>
    public const int MostPoints = 1500;

    /// <summary>Compares answers with truths; rows whose truth is NaN take no part.</summary>
    public static RegressionReport Of(string dimension, ReadOnlySpan<float> truths, ReadOnlySpan<float> answers)
    {
        var figures = RegressionMetrics.Of(truths, answers);
        List<RegressionPoint> points = new(figures.Samples);
        for (var i = 0; i < truths.Length; i++)
            if (!float.IsNaN(truths[i])) points.Add(new(truths[i], answers[i]));
        var step = (points.Count + MostPoints - 1) / MostPoints;
        return new(dimension, figures, step <= 1 ? points : [.. points.Where((_, i) => i % step == 0)]);
    }
}

/// <summary>A truth and what was answered.</summary>
public readonly record struct RegressionPoint(double Truth, double Answer);
