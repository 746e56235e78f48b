using MoodDeck.Core.Mood;
using MoodDeck.Training.Data;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Training.Metrics;

/// <summary>Which labels an expression model is judged by.</summary>
public enum EmotionLabels
{
    /// <summary>The eight expressions by FER+ votes.</summary>
    FerPlus,

    /// <summary>FER2013's seven.</summary>
    Fer2013,
}

/// <summary>What an expression model is judged on.</summary>
public sealed record EmotionEvaluationOptions
{
    /// <summary>The labels.</summary>
    public EmotionLabels Labels { get; init; } = EmotionLabels.FerPlus;

    /// <summary>How votes become labels; without meaning for <see cref="EmotionLabels.Fer2013"/>.</summary>
    public FerPlusProtocol Protocol { get; init; } = FerPlusProtocol.Strict;

    /// <summary>Only rows of this usage; null for all.</summary>
    public string? Usage { get; init; }

    /// <summary>
    /// Only rows of these classes, and only these as answers; names of either vocabulary, whatever their case. Null for all.
    /// </summary>
    public IReadOnlyList<string>? Classes { get; init; }

    /// <summary>Pictures handed to the model at once.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>How the labels are called in reports: <c>ferplus</c> or <c>fer2013</c>.</summary>
    public string Task => Labels == EmotionLabels.FerPlus ? "ferplus" : "fer2013";

    /// <summary>All class names of the labels, in index order.</summary>
    public IReadOnlyList<string> ClassNames => Labels == EmotionLabels.FerPlus ? Emotions.Names : ExpressionLabels.Fer2013;

    /// <summary>The indices of the classes that take part, ascending.</summary>
    /// <exception cref="ArgumentException">A class is unknown, or fewer than two are named.</exception>
    public int[] ClassIndices()
    {
        if (Classes is null) return [.. Enumerable.Range(0, ClassNames.Count)];
        int[] indices = [.. Classes.Select(IndexOf).Distinct().Order()];
        return indices.Length >= 2 ? indices : throw new ArgumentException("Name at least two classes to choose between.");
    }

    private int IndexOf(string name)
    {
        var index = ExpressionLabels.Parse(name) is not { } emotion ? -1
            : Labels == EmotionLabels.FerPlus ? (int)emotion
            : ExpressionLabels.Fer2013Emotions.ToList().IndexOf(emotion);
        return index >= 0 ? index : throw new ArgumentException($"There is no class \"{name}\"; there are: {string.Join(", ", ClassNames)}.");
    }
}
