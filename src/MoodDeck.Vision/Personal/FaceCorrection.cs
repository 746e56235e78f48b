using MoodDeck.Core.Mood;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Vision.Personal;

/// <summary>"That's wrong": what a face showed in truth, said by the listener. It holds numbers, never a picture.</summary>
/// <param name="ModelId">The model the numbers come from, see <see cref="IEmotionClassifier.ModelId"/>.</param>
/// <param name="Embedding">What the network knew of the face, see <see cref="EmotionPrediction.Embedding"/>.</param>
/// <param name="Said">What the model alone said of it.</param>
/// <param name="Label">What it showed.</param>
public sealed record FaceCorrection(string ModelId, ReadOnlyMemory<float> Embedding, EmotionScores Said, Emotion Label)
{
    /// <summary>The correction of a prediction; null when its model gives no embedding to learn from.</summary>
    public static FaceCorrection? Of(EmotionPrediction prediction, Emotion label)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        var general = prediction.BeforeListener ?? prediction;
        return general.Embedding.IsEmpty ? null : new(general.ModelId, general.Embedding, general.Scores, label);
    }
}
