using MoodDeck.Core.Mood;

namespace MoodDeck.Server.Contracts;

/// <summary>A point in the mood space.</summary>
/// <param name="Valence">-1 (unpleasant) to 1 (pleasant).</param>
/// <param name="Arousal">-1 (sleepy) to 1 (activated).</param>
/// <param name="Dominance">-1 (helpless) to 1 (in control).</param>
public sealed record VadAnswer(double Valence, double Arousal, double Dominance)
{
    /// <summary>The point, moved into [-1, 1] and rounded for reading.</summary>
    public static VadAnswer Of(Vad point)
    {
        var inside = point.Clamp();
        return new(Rounded.Value(inside.Valence), Rounded.Value(inside.Arousal), Rounded.Value(inside.Dominance));
    }
}
