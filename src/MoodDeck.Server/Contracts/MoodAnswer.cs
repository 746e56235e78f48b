using MoodDeck.Core.Mood;

namespace MoodDeck.Server.Contracts;

/// <summary>A mood with its name.</summary>
/// <param name="Valence">-1 to 1.</param>
/// <param name="Arousal">-1 to 1.</param>
/// <param name="Dominance">-1 to 1.</param>
/// <param name="Label">The nearest word of the dial, or <c>neutral</c>.</param>
/// <param name="Confidence">0 (nothing known) to 1.</param>
public sealed record MoodAnswer(double Valence, double Arousal, double Dominance, string Label, double Confidence)
{
    /// <summary>The estimate as it is answered.</summary>
    public static MoodAnswer Of(MoodEstimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        var mean = VadAnswer.Of(estimate.Vad.Mean);
        return new(mean.Valence, mean.Arousal, mean.Dominance, estimate.Label, Rounded.Value(estimate.Confidence));
    }
}
