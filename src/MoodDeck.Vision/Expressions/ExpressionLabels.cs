using MoodDeck.Core.Mood;

namespace MoodDeck.Vision.Expressions;

/// <summary>
/// The two vocabularies of expression models, and how a model's own label order is mapped to ours, so that a model
/// trained in another order is never misread.
/// </summary>
public static class ExpressionLabels
{
    /// <summary>FER2013's seven in Kaggle's order: 0 angry, 1 disgust, 2 fear, 3 happy, 4 sad, 5 surprise, 6 neutral.</summary>
    public static IReadOnlyList<string> Fer2013 { get; } = ["angry", "disgust", "fear", "happy", "sad", "surprise", "neutral"];

    /// <summary>The expression of each of <see cref="Fer2013"/>.</summary>
    public static IReadOnlyList<Emotion> Fer2013Emotions { get; } =
    [
        Emotion.Anger, Emotion.Disgust, Emotion.Fear, Emotion.Happiness, Emotion.Sadness, Emotion.Surprise, Emotion.Neutral,
    ];

    /// <summary>The expression a label means, in FER2013's or FER+'s words, ignoring case; null when unknown.</summary>
    public static Emotion? Parse(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        var word = label.Trim().ToLowerInvariant();
        for (var i = 0; i < Emotions.Count; i++) if (Emotions.Names[i] == word) return (Emotion)i;
        for (var i = 0; i < Fer2013.Count; i++) if (Fer2013[i] == word) return Fer2013Emotions[i];
        return null;
    }

    /// <summary>
    /// For each expression of <paramref name="wanted"/>, at which position of <paramref name="labels"/> it stands; null
    /// unless the labels are exactly these expressions, each once.
    /// </summary>
    internal static int[]? OrderOf(IReadOnlyList<string> labels, IReadOnlyList<Emotion> wanted)
    {
        if (labels.Count != wanted.Count) return null;
        var order = wanted.Select(e => labels.Select(Parse).ToList().IndexOf(e)).ToArray();
        return order.Contains(-1) ? null : order;
    }
}
