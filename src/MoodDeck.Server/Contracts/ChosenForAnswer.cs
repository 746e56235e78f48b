using System.Text.Json.Serialization;
using MoodDeck.Core.Mood;
using MoodDeck.Recommend.Taste;

namespace MoodDeck.Server.Contracts;

/// <summary>A point of the plane.</summary>
public sealed record PlanePoint([property: JsonRequired] double Valence, [property: JsonRequired] double Arousal);

/// <summary>What a track was chosen for, to be sent back with its play.</summary>
/// <param name="Valence">Valence of the mood it was chosen for.</param>
/// <param name="Arousal">Its arousal.</param>
/// <param name="ValenceSigma">How surely that is meant: a standard deviation.</param>
/// <param name="ArousalSigma">The same of arousal.</param>
/// <param name="Leans">Whether the listener may be led from there by what was learnt of them.</param>
/// <param name="Goal">Where the queue leads; null where it leads nowhere.</param>
public sealed record ChosenForAnswer(
    [property: JsonRequired] double Valence, [property: JsonRequired] double Arousal, [property: JsonRequired] double ValenceSigma,
    [property: JsonRequired] double ArousalSigma, [property: JsonRequired] bool Leans, PlanePoint? Goal)
{
    /// <summary>As it is answered.</summary>
    public static ChosenForAnswer Of(ChosenFor chosen)
    {
        var (mean, sigma) = (chosen.Wanted.Mean, chosen.Wanted.Covariance.Sigma);
        return new(
            Rounded.Value(mean.Valence), Rounded.Value(mean.Arousal), Rounded.Value(sigma.Valence), Rounded.Value(sigma.Arousal), chosen.MayLean,
            chosen.Goal is { } goal ? new(Rounded.Value(goal.Valence), Rounded.Value(goal.Arousal)) : null);
    }

    /// <summary>As it came back; null when it is none that was ever answered.</summary>
    internal ChosenFor? Read()
    {
        if (!new Vad(Valence, Arousal, 0).IsInRange || !(ValenceSigma is >= 0 and <= 2) || !(ArousalSigma is >= 0 and <= 2)) return null;
        if (Goal is not null && !new Vad(Goal.Valence, Goal.Arousal, 0).IsInRange) return null;
        return new(
            new(new(Valence, Arousal, 0), new(ValenceSigma * ValenceSigma, ArousalSigma * ArousalSigma, 0)), Leans,
            Goal is null ? null : new Vad(Goal.Valence, Goal.Arousal, 0));
    }
}
