using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;

namespace MoodDeck.Recommend.Taste;

/// <summary>A place on the plane of valence and arousal, and how surely it is meant.</summary>
/// <param name="Valence">Valence, [-1, 1].</param>
/// <param name="Arousal">Arousal, [-1, 1].</param>
/// <param name="ValenceVariance">Variance of valence, in squared axis units.</param>
/// <param name="ArousalVariance">Variance of arousal.</param>
public readonly record struct MoodPlace(double Valence, double Arousal, double ValenceVariance, double ArousalVariance)
{
    /// <summary>The same to the hundredth: no more is needed to learn from it, and what is kept tells less.</summary>
    public MoodPlace Rounded() => new(Math.Round(Valence, 2), Math.Round(Arousal, 2), Math.Round(ValenceVariance, 4), Math.Round(ArousalVariance, 4));

    /// <summary>The place of a mood.</summary>
    public static MoodPlace Of(VadGaussian mood) => new(mood.Mean.Valence, mood.Mean.Arousal, mood.Covariance.VV, mood.Covariance.AA);

    /// <summary>The place of a track's mood.</summary>
    public static MoodPlace Of(TrackMood mood) => new(
        mood.Mean.Valence, mood.Mean.Arousal, mood.Sigma.Valence * mood.Sigma.Valence, mood.Sigma.Arousal * mood.Sigma.Arousal);
}
