using MoodDeck.Core.Mood;

namespace MoodDeck.Server.Contracts;

/// <summary>Eight probabilities that sum to 1 within 1e-4.</summary>
/// <param name="Neutral">No expression.</param>
/// <param name="Happiness">Happiness.</param>
/// <param name="Surprise">Surprise.</param>
/// <param name="Sadness">Sadness.</param>
/// <param name="Anger">Anger.</param>
/// <param name="Disgust">Disgust.</param>
/// <param name="Fear">Fear.</param>
/// <param name="Contempt">Contempt.</param>
public sealed record EmotionsAnswer(
    double Neutral, double Happiness, double Surprise, double Sadness, double Anger, double Disgust, double Fear, double Contempt)
{
    /// <summary>The scores as they are answered.</summary>
    public static EmotionsAnswer Of(EmotionScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        double P(Emotion emotion) => Rounded.Value(scores[emotion]);
        return new(
            P(Emotion.Neutral), P(Emotion.Happiness), P(Emotion.Surprise), P(Emotion.Sadness),
            P(Emotion.Anger), P(Emotion.Disgust), P(Emotion.Fear), P(Emotion.Contempt));
    }
}
