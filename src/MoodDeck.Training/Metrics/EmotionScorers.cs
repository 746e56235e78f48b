using MoodDeck.Training.Data;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Training.Metrics;

/// <summary>Makes the model that reads faces for the player answer an evaluation's questions.</summary>
public static class EmotionScorers
{
    // Keeps the logarithm of a probability that rounded to nothing finite.
    private const double Least = 1e-12;

    /// <summary>
    /// A scorer over a classifier. For FER2013's seven it takes the classifier's own seven where it has them, else the
    /// matching seven of the eight.
    /// </summary>
    /// <exception cref="ArgumentException">The classifier reads crops of another size than 48 x 48.</exception>
    public static EmotionScorer Of(IEmotionClassifier classifier, EmotionLabels labels)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        if (classifier.CropWidth != FaceImageSet.Side || classifier.CropHeight != FaceImageSet.Side)
            throw new ArgumentException(
                $"{classifier.Name} reads {classifier.CropWidth} x {classifier.CropHeight} pixels, the pictures have {FaceImageSet.Side} x {FaceImageSet.Side}. Evaluate it end to end instead.", nameof(classifier));
        return (faces, count, logits) =>
        {
            var predictions = classifier.Classify(faces);
            var classes = logits.Length / count;
            for (var i = 0; i < count; i++)
                for (var c = 0; c < classes; c++)
                    logits[(i * classes) + c] = (float)Math.Log(Math.Max(Least, Probability(predictions[i], labels, c)));
        };
    }

    /// <summary>The probability a prediction gives the class of this index among the labels' classes.</summary>
    public static double Probability(EmotionPrediction prediction, EmotionLabels labels, int index) =>
        labels == EmotionLabels.FerPlus ? prediction.Scores[index]
        : prediction.Fer2013 is { } seven ? seven[index]
        : prediction.Scores[ExpressionLabels.Fer2013Emotions[index]];
}
