using MoodDeck.Core.Mood;

namespace MoodDeck.Training.Data;

/// <summary>The seven labels of FER2013 in Kaggle's order.</summary>
public static class Fer2013
{
    /// <summary>How many labels there are.</summary>
    public const int Count = 7;

    /// <summary>Kaggle's names in index order.</summary>
    public static IReadOnlyList<string> Names { get; } = ["angry", "disgust", "fear", "happy", "sad", "surprise", "neutral"];

    /// <summary>The expression each label stands for.</summary>
    public static IReadOnlyList<Emotion> Expressions { get; } =
        [Emotion.Anger, Emotion.Disgust, Emotion.Fear, Emotion.Happiness, Emotion.Sadness, Emotion.Surprise, Emotion.Neutral];
}
