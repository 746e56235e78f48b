using System.Text.Json.Serialization;
using MoodDeck.Core.Mood;
using MoodDeck.Server.Contracts;

namespace MoodDeck.Server.Live;

/// <summary>What the server says over the socket.</summary>
/// <param name="Type">Tells the kinds apart.</param>
/// <param name="Frame">The frame it is about, counted from 1.</param>
[JsonDerivedType(typeof(LiveReading)), JsonDerivedType(typeof(LiveProblem))]
internal abstract record LiveMessage([property: JsonPropertyOrder(-2)] string Type, [property: JsonPropertyOrder(-1)] int Frame);

/// <summary>What one frame shows, and the mood over time.</summary>
internal sealed record LiveReading(
    int Frame, int Dropped, int Width, int Height, IReadOnlyList<FaceAnswer> Faces, EstimateAnswer? Estimate, double ElapsedMs)
    : LiveMessage("reading", Frame);

/// <summary>Why a message was not read.</summary>
internal sealed record LiveProblem(int Frame, string Detail) : LiveMessage("problem", Frame);

/// <summary>The mood over time; <paramref name="Sigma"/> is one standard deviation per axis.</summary>
internal sealed record EstimateAnswer(double Valence, double Arousal, double Dominance, VadAnswer Sigma, string Label, double Confidence)
{
    public static EstimateAnswer Of(MoodEstimate estimate)
    {
        var (mood, sigma) = (MoodAnswer.Of(estimate), VadAnswer.Of(estimate.Vad.Covariance.Sigma));
        return new(mood.Valence, mood.Arousal, mood.Dominance, sigma, mood.Label, mood.Confidence);
    }
}
