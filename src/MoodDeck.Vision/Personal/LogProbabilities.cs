using MoodDeck.Core.Mood;

namespace MoodDeck.Vision.Personal;

/// <summary>Logarithms of probabilities, in which a listener's shifts are added.</summary>
internal static class LogProbabilities
{
    // A model that is wrong and certain must not be beyond correction.
    private const double Least = 1e-4;

    public static double[] Of(EmotionScores scores) => [.. scores.Select(p => Math.Log(Math.Max(p, Least)))];

    /// <summary>Probabilities of logarithms plus a shift.</summary>
    public static EmotionScores Softmax(ReadOnlySpan<double> logs)
    {
        Span<double> weights = stackalloc double[Emotions.Count];
        Softmax(logs, weights);
        return EmotionScores.FromWeights(weights);
    }

    public static void Softmax(ReadOnlySpan<double> logs, Span<double> probabilities)
    {
        var max = double.NegativeInfinity;
        foreach (var l in logs) max = Math.Max(max, l);
        double sum = 0;
        for (var k = 0; k < logs.Length; k++) sum += probabilities[k] = Math.Exp(logs[k] - max);
        for (var k = 0; k < logs.Length; k++) probabilities[k] /= sum;
    }
}
