using MoodDeck.Core.Mood;
using MoodDeck.Vision.Expressions;
using MoodDeck.Vision.Personal;

namespace MoodDeck.Vision.Tests.Personal;

/// <summary>Predictions made by hand: an angle says how alike two faces are, a distance of 1 - cos.</summary>
internal static class TestFaces
{
    public const string Model = "tiny@1";
    public static readonly UnsureRule Rule = new(0.4);

    /// <summary>A face at an angle in a plane of embeddings, on which one expression has a share and neutral, or happiness, the rest.</summary>
    public static EmotionPrediction Face(double radians, Emotion top, double share, string model = Model)
    {
        var weights = Enumerable.Repeat(0.002, Emotions.Count).ToArray();
        weights[(int)(top == Emotion.Neutral ? Emotion.Happiness : Emotion.Neutral)] = 1 - share;
        weights[(int)top] = share;
        var scores = EmotionScores.FromWeights(weights);
        return new(scores, null, Rule.Holds(scores)) { ModelId = model, Embedding = new[] { 3 * (float)Math.Cos(radians), 3 * (float)Math.Sin(radians) } };
    }

    public static FaceCorrection Correction(EmotionPrediction face, Emotion label) => FaceCorrection.Of(face, label)!;

    public static PersonalFace Learned(params (EmotionPrediction Face, Emotion Label)[] corrections) => new([], [.. corrections.Select(c => Correction(c.Face, c.Label))]);

    public static PersonalFace Resting(params EmotionPrediction[] readings) => new([RestingFace.Of(readings)!], []);
}
