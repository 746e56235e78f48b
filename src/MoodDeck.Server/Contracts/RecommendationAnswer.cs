using MoodDeck.Core.Music;
using MoodDeck.Recommend;

namespace MoodDeck.Server.Contracts;

/// <summary>What <c>recommend</c> and <c>POST /api/v1/recommendations</c> answer.</summary>
/// <param name="Target">The mood in effect.</param>
/// <param name="Strategy">The strategy in effect: <c>match, lift, calm, energise, focus</c> or <c>hold</c>.</param>
/// <param name="Seed">The seed that gives this queue again.</param>
/// <param name="Tracks">The queue, in playing order.</param>
/// <param name="Playable">How many of the tracks play here.</param>
/// <param name="Notes">Sentences the listener should know about the answer; often empty.</param>
public sealed record RecommendationAnswer(
    VadAnswer Target, string Strategy, int Seed, IReadOnlyList<RecommendedTrackAnswer> Tracks, int Playable, IReadOnlyList<string> Notes)
{
    /// <summary>The result as it is answered.</summary>
    /// <param name="result">What was chosen.</param>
    /// <param name="tracks">The chosen tracks by id; one that left the catalogue meanwhile is left out.</param>
    /// <param name="apiRoot">Root of the API that streams them, such as <c>/api/v1</c>; null where no server answers.</param>
    public static RecommendationAnswer Of(RecommendationResult result, IReadOnlyDictionary<string, Track> tracks, string? apiRoot)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(tracks);
        List<RecommendedTrackAnswer> queue = [];
        foreach (var choice in result.Tracks)
            if (tracks.TryGetValue(choice.Id, out var track)) queue.Add(RecommendedTrackAnswer.Of(choice, track, apiRoot));
        return new(
            VadAnswer.Of(result.Target), Strategies.NameOf(result.Strategy), result.Seed, queue, queue.Count(t => t.Playable), result.Notes);
    }
}
