using MoodDeck.Core.Music;
using MoodDeck.Library;
using MoodDeck.Recommend.Remarks;

namespace MoodDeck.Server.Contracts;

/// <summary>What <c>recommend</c> and <c>POST /api/v1/recommendations</c> answer.</summary>
/// <param name="Target">The mood in effect.</param>
/// <param name="Strategy">The strategy in effect: <c>match, lift, calm, energise, focus</c> or <c>hold</c>.</param>
/// <param name="Seed">The seed that gives this queue again.</param>
/// <param name="Tracks">The queue, in playing order.</param>
/// <param name="Playable">How many of the tracks play here.</param>
/// <param name="Notes">Sentences the listener should know about the answer; often empty.</param>
/// <param name="Remarks">The same as codes with values, in the same order, to be said in the listener's language.</param>
public sealed record RecommendationAnswer(
    VadAnswer Target, string Strategy, int Seed, IReadOnlyList<RecommendedTrackAnswer> Tracks, int Playable, IReadOnlyList<string> Notes,
    IReadOnlyList<Remark> Remarks)
{
    /// <summary>The plan as it is answered.</summary>
    /// <param name="plan">What was chosen, with its tracks.</param>
    /// <param name="apiRoot">Root of the API that streams them, such as <c>/api/v1</c>; null where no server answers.</param>
    public static RecommendationAnswer Of(QueuePlan plan, string? apiRoot)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var result = plan.Result;
        var queue = result.Tracks.Zip(plan.Tracks, (choice, track) => RecommendedTrackAnswer.Of(choice, track, apiRoot)).ToList();
        return new(VadAnswer.Of(result.Target), Strategies.NameOf(result.Strategy), result.Seed, queue, queue.Count(t => t.Playable), result.Notes, result.Remarks);
    }

    /// <summary>The same answer, saying first that the picture it should go by shows no face.</summary>
    /// <param name="named">Whether a mood was named beside the picture.</param>
    public RecommendationAnswer NotingNoFace(bool named)
    {
        var remark = Remark.Of(named ? "note.noFaceButMood" : "note.noFace");
        return this with { Notes = [remark.English(), .. Notes], Remarks = [remark, .. Remarks] };
    }
}
