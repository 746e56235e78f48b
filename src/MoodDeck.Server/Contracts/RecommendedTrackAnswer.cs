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
        (Score, Reasons, Why, Terms, ChosenFor, Playable) = (
            Rounded.Value(choice.Score), choice.Reasons, choice.Why, [.. choice.Terms.Select(TermAnswer.Of)],
            choice.ChosenFor is { } chosen ? ChosenForAnswer.Of(chosen) : null, choice.Playable);

    /// <summary>How well it fits its place, 0 to 1: the sum of its terms.</summary>
    public required double Score { get; init; }

    /// <summary>Why it was chosen, in short sentences.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>The same as codes with values, in the same order, to be said in the listener's language.</summary>
    public required IReadOnlyList<Remark> Why { get; init; }

    /// <summary>The sum its place is given for, term by term: the mood first, then what speaks for it, then what against.</summary>
    public required IReadOnlyList<TermAnswer> Terms { get; init; }

    /// <summary>The mood it was chosen for, to be sent back with its play; null where none was asked for.</summary>
    public ChosenForAnswer? ChosenFor { get; init; }

    /// <summary>The choice as it is answered; for the parameters see <see cref="TrackAnswer.Of(Track, string?)"/>.</summary>
    public static RecommendedTrackAnswer Of(RecommendedTrack choice, Track track, string? apiRoot)
    {
        ArgumentNullException.ThrowIfNull(choice);
        return new(TrackAnswer.Of(track, apiRoot), choice);
    }
}
