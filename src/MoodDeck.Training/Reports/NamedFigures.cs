using MoodDeck.Training.Metrics;

namespace MoodDeck.Training.Reports;

/// <summary>How often a class is named in use, where doubtful answers are "unsure".</summary>
/// <param name="Label">The class.</param>
/// <param name="Least">The least probability with which it is named.</param>
/// <param name="Said">How often it is named.</param>
/// <param name="Right">How often rightly.</param>
/// <param name="Support">How often it occurs.</param>
public sealed record NamedFigures(string Label, double Least, int Said, int Right, int Support)
{
    /// <summary>Share of the names that are right, 0 when it is never named.</summary>
    public double Precision => Said == 0 ? 0 : (double)Right / Said;

    /// <summary>Its interval of 95 %, low and high (Wilson 1927).</summary>
    public double[] PrecisionCi95 => ClassificationMetrics.Wilson(Right, Said) is var (low, high) ? [low, high] : [];

    /// <summary>Share of the class that is named, 0 when it does not occur.</summary>
    public double Recall => Support == 0 ? 0 : (double)Right / Support;

    /// <summary>Its interval of 95 %, low and high (Wilson 1927).</summary>
    public double[] RecallCi95 => ClassificationMetrics.Wilson(Right, Support) is var (low, high) ? [low, high] : [];
}
