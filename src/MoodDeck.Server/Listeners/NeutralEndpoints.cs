using MoodDeck.Library.Listeners;
using MoodDeck.Server.Analyze;
using MoodDeck.Server.Contracts;
using MoodDeck.Server.Description;
using MoodDeck.Vision;

namespace MoodDeck.Server.Listeners;

internal static class NeutralEndpoints
{
    /// <summary>A listener's face at rest; it is learned over the live socket.</summary>
    public static void MapNeutral(this IEndpointRouteBuilder api)
    {
        var neutral = api.MapGroup("/listeners/{id}/neutral").WithTags("Listeners");
        neutral.MapGet("", ListAsync).WithName("Neutral").WithSummary("What is stored of the listener's face at rest, one entry for each model, newest first.").ProducesProblems(404);
        neutral.MapDelete("", EraseAsync).WithName("EraseNeutral").WithSummary("Erases the face at rest.").ProducesProblems(404);
    }

    private static async Task<Results<Ok<IEnumerable<NeutralAnswer>>, ProblemHttpResult>> ListAsync(
        string id, IPersonalFaceStore store, VisionModels models, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } face) return ListenerEndpoints.Unknown(id);
        var model = models.TryIdentifyEmotions();
        return TypedResults.Ok(face.Rests.Reverse().Select(r => NeutralAnswer.Of(r, model)));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EraseAsync(
        string id, IListenerStore listeners, IPersonalFaceStore store, ListenerFaces faces, CancellationToken cancellationToken)
    {
        if (await listeners.FindAsync(id, cancellationToken) is null) return ListenerEndpoints.Unknown(id);
        await store.EraseRestAsync(id, cancellationToken);
        faces.Changed(id);
        return TypedResults.NoContent();
    }
}
