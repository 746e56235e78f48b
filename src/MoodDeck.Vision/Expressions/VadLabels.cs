using MoodDeck.Core.Mood;

namespace MoodDeck.Vision.Expressions;

/// <summary>The three axes of a model's <c>vad</c> output.</summary>
public static class VadLabels
{
    /// <summary>The axes in the order of <see cref="Vad"/>.</summary>
    public static IReadOnlyList<string> All { get; } = ["valence", "arousal", "dominance"];

    /// <summary>At which position of <paramref name="labels"/> each axis stands; null unless they are these three, each once.</summary>
    internal static int[]? OrderOf(IReadOnlyList<string> labels)
    {
        if (labels.Count != All.Count) return null;
        var order = All.Select(axis => labels.Select(l => l.ToLowerInvariant()).ToList().IndexOf(axis)).ToArray();
        return order.Contains(-1) ? null : order;
    }
}
