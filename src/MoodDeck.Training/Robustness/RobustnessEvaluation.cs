using MoodDeck.Training.Data;
using MoodDeck.Training.Metrics;

namespace MoodDeck.Training.Robustness;

/// <summary>How a model did on faces changed for the worse in one way.</summary>
/// <param name="Name">The way, see <see cref="FaceDistortions"/>.</param>
/// <param name="Summary">What is done.</param>
/// <param name="Samples">Rows that count.</param>
/// <param name="Correct">Rows answered rightly.</param>
/// <param name="MacroF1">Mean F1 over the classes that occur.</param>
public sealed record DistortionFigures(string Name, string Summary, int Samples, int Correct, double MacroF1)
{
    /// <summary>Share answered rightly.</summary>
    public double Accuracy => (double)Correct / Samples;

    /// <summary>Its interval of 95 %, low and high (Wilson 1927).</summary>
    public double[] AccuracyCi95 => ClassificationMetrics.Wilson(Correct, Samples) is var (low, high) ? [low, high] : [];
}

/// <summary>Judges a model on the same rows again and again, each time changed for the worse in another way.</summary>
public static class RobustnessEvaluation
{
    /// <summary>Runs all distortions.</summary>
    /// <param name="set">The pictures.</param>
    /// <param name="scorer">The model; it sees the changed faces.</param>
    /// <param name="options">Which rows and labels.</param>
    /// <param name="clock">Measures the speed.</param>
    /// <exception cref="ArgumentException">A class or usage is unknown, or no row is left.</exception>
    public static IReadOnlyList<DistortionFigures> Run(FaceImageSet set, EmotionScorer scorer, EmotionEvaluationOptions options, TimeProvider clock) =>
        [.. FaceDistortions.All.Select(d => Figures(d, EmotionEvaluation.Run(set, Distorted(scorer, d), options, clock).Figures))];

    private static DistortionFigures Figures(FaceDistortion distortion, ClassificationMetrics figures) =>
        new(distortion.Name, distortion.Summary, figures.Samples, figures.Correct, figures.MacroF1);

    private static EmotionScorer Distorted(EmotionScorer scorer, FaceDistortion distortion)
    {
        var number = 0;
        return (faces, count, logits) =>
        {
            var changed = faces.ToArray();
            for (var i = 0; i < count; i++) distortion.Apply(changed.AsSpan(i * FaceImageSet.ImageLength, FaceImageSet.ImageLength), number++);
            scorer(changed, count, logits);
        };
    }
}
