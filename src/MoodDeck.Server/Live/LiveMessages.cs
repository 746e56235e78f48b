using System.Text.Json.Serialization;
using MoodDeck.Core.Mood;
using MoodDeck.Server.Contracts;
using MoodDeck.Vision.Live;

namespace MoodDeck.Server.Live;

/// <summary>What the server says over the socket.</summary>
/// <param name="Type">Tells the kinds apart.</param>
/// <param name="Frame">The frame it is about, counted from 1.</param>
[JsonDerivedType(typeof(LiveReading)), JsonDerivedType(typeof(LiveProblem)), JsonDerivedType(typeof(LiveLearned))]
internal abstract record LiveMessage([property: JsonPropertyOrder(-2)] string Type, [property: JsonPropertyOrder(-1)] int Frame);

/// <summary>What one frame shows, the mood over time, and how the reading goes on.</summary>
internal sealed record LiveReading(
    int Frame, int Dropped, int Width, int Height, IReadOnlyList<LiveFaceAnswer> Faces, EstimateAnswer? Estimate,
    LiveCounts Counts, string? Listener, bool Room, RestAnswer? Neutral, double ElapsedMs)
    : LiveMessage("reading", Frame)
{
    public static LiveReading Of(int number, int dropped, LiveFrame frame, string? listener, bool room, RestAnswer? neutral, double elapsedMs) => new(
        number, dropped, frame.Width, frame.Height, [.. frame.Faces.Select(LiveFaceAnswer.Of)],
        frame.Mood is { } mood ? EstimateAnswer.Of(mood) : null, frame.Counts, listener, room, neutral, Math.Round(elapsedMs, 2));
}

/// <summary>Why a message was not read; <paramref name="Code"/> is one of <see cref="LiveCodes"/>.</summary>
internal sealed record LiveProblem(int Frame, string Code, string Detail) : LiveMessage("problem", Frame);

/// <summary>That a correction was stored and counts from now on.</summary>
internal sealed record LiveLearned(int Frame, long Id, string Label) : LiveMessage("learned", Frame)
{
    public static LiveLearned Correction(int frame, long id, Emotion label) => new(frame, id, Emotions.NameOf(label));
}

/// <summary>How learning a face at rest goes on.</summary>
/// <param name="State"><c>watching</c>, <c>stored</c> or <c>failed</c>.</param>
/// <param name="Seconds">How much is over.</param>
/// <param name="Of">How long it lasts.</param>
/// <param name="Readings">On how many readings it rests.</param>
/// <param name="Detail">Why it failed; else null.</param>
/// <param name="Code">The same as one of <see cref="LiveCodes"/>.</param>
internal sealed record RestAnswer(string State, double Seconds, double Of, int Readings, string? Detail, string? Code)
{
    public static RestAnswer Watching(RestWatch rest, DateTimeOffset at) => new("watching", Math.Round(rest.SecondsAt(at), 1), rest.Seconds, rest.Readings, null, null);

    public static RestAnswer Stored(RestWatch rest) => new("stored", rest.Seconds, rest.Seconds, rest.Readings, null, null);

    public static RestAnswer Failed(RestWatch rest, string code, string why) => new("failed", rest.Seconds, rest.Seconds, rest.Readings, why, code);
}

/// <summary>The mood over time; <paramref name="Sigma"/> is one standard deviation per axis.</summary>
internal sealed record EstimateAnswer(double Valence, double Arousal, double Dominance, VadAnswer Sigma, string Label, double Confidence)
{
    public static EstimateAnswer Of(MoodEstimate estimate)
    {
        var (mood, sigma) = (MoodAnswer.Of(estimate), VadAnswer.Of(estimate.Vad.Covariance.Sigma));
        return new(mood.Valence, mood.Arousal, mood.Dominance, sigma, mood.Label, mood.Confidence);
    }
}
