using MoodDeck.Core.Mood;
using MoodDeck.Vision.Expressions;
using MoodDeck.Vision.Faces;

namespace MoodDeck.Vision.Reading;

/// <summary>One face of a picture and what it says.</summary>
/// <param name="Box">Where it is, in pixels of the picture as displayed.</param>
/// <param name="Score">How surely it is a face, in [0, 1].</param>
/// <param name="Quality">How well it can be read.</param>
/// <param name="Prediction">What the classifier says of it.</param>
public sealed record FaceReading(FaceBox Box, double Score, FaceQuality Quality, EmotionPrediction Prediction)
{
    /// <summary>Calibrated probabilities of the eight expressions.</summary>
    public EmotionScores Emotions => Prediction.Scores;

    /// <summary>The name of the top expression, or <c>unsure</c>.</summary>
    public string Dominant => Prediction.Dominant;

    /// <summary>The top probability.</summary>
    public double Confidence => Prediction.Confidence;

    /// <summary>The mood this face speaks of, see <see cref="EmotionPrediction.ToVad"/>.</summary>
    public VadGaussian Vad { get; } = Prediction.ToVad();
}
