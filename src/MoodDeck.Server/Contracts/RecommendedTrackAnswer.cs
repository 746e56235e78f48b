using System.Text.Json.Serialization;
using MoodDeck.Core.Music;
using MoodDeck.Recommend;
using MoodDeck.Recommend.Remarks;

namespace MoodDeck.Server.Contracts;

/// <summary>A track of a queue: the track, how well it fits and why it is there.</summary>
public sealed record RecommendedTrackAnswer : TrackAnswer
{
    /// <summary>An answer whose members are still to be set.</summary>
    [JsonConstructor]
    public RecommendedTrackAnswer() { }

    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    private RecommendedTrackAnswer(TrackAnswer facts, RecommendedTrack choice) : base(facts) =>
        (Score, Reasons, Why, Playable) = (Rounded.Value(choice.Score), choice.Reasons, choice.Why, choice.Playable);

    /// <summary>How well it fits its place, 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>Why it was chosen, in short sentences.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>The same as codes with values, in the same order, to be said in the listener's language.</summary>
    public required IReadOnlyList<Remark> Why { get; init; }

    /// <summary>The choice as it is answered; for the parameters see <see cref="TrackAnswer.Of(Track, string?)"/>.</summary>
    public static RecommendedTrackAnswer Of(RecommendedTrack choice, Track track, string? apiRoot)
    {
        ArgumentNullException.ThrowIfNull(choice);
        return new(TrackAnswer.Of(track, apiRoot), choice);
    }
}
