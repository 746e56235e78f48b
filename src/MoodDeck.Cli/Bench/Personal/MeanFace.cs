using MoodDeck.Core.Mood;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Cli.Bench.Personal;

/// <summary>The mean of some predictions, in logarithms of probabilities and in embeddings.</summary>
internal sealed record MeanFace(double[] Logs, float[] Embedding)
{
    private const double Least = 1e-6;

    /// <summary>The mean of at least one prediction.</summary>
    public static MeanFace Of(IEnumerable<EmotionPrediction> predictions)
    {
        var all = predictions.ToList();
        var logs = new double[Emotions.Count];
        var embedding = new float[all[0].Embedding.Length];
        foreach (var one in all)
        {
            for (var k = 0; k < logs.Length; k++) logs[k] += LogOf(one, k) / all.Count;
            for (var d = 0; d < embedding.Length; d++) embedding[d] += one.Embedding.Span[d] / all.Count;
        }

        return new(logs, embedding);
    }

    /// <summary>A prediction as it would be of somebody who is to <paramref name="everybody"/> as this is: moved by the difference.</summary>
    public EmotionPrediction Move(EmotionPrediction prediction, MeanFace everybody)
    {
        var weights = new double[Emotions.Count];
        for (var k = 0; k < weights.Length; k++) weights[k] = Math.Exp(LogOf(prediction, k) + Logs[k] - everybody.Logs[k]);
        var embedding = new float[Embedding.Length];
        for (var d = 0; d < embedding.Length; d++) embedding[d] = prediction.Embedding.Span[d] + Embedding[d] - everybody.Embedding[d];
        return prediction with { Scores = EmotionScores.FromWeights(weights), Embedding = embedding };
    }

    private static double LogOf(EmotionPrediction prediction, int k) => Math.Log(Math.Max(prediction.Scores[k], Least));
}
