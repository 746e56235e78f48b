using MoodDeck.Core.Mood;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Feelings;
using MoodDeck.Library.Listeners;
using MoodDeck.Library.Sound;
using MoodDeck.Server.Contracts;
using MoodDeck.Server.Description;
using MoodDeck.Server.Listeners;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tracks;

/// <summary>Where a listener says that a track belongs.</summary>
internal sealed record FeelingBody(double? Valence, double? Arousal);

internal static class SheetEndpoints
{
    /// <summary>A track's own sheet, and what listeners say against it.</summary>
    public static void MapSheets(this IEndpointRouteBuilder api)
    {
        api.MapGet("/tracks/{id}/sheet", SheetAsync).WithName("Sheet").WithTags("The catalogue")
            .WithSummary("Everything that is known of a track: its mood and how sure that is, tempo, key, loudness, its file, and where a listener says that it belongs.")
            .ProducesProblems(404);
        var feeling = api.MapGroup("/listeners/{id}/tracks/{trackId}/mood").WithTags("The catalogue");
        feeling.MapPut("", SetAsync).WithName("SetTrackMood").WithSummary("Says where a track belongs for a listener, whatever it sounds like.").ProducesProblems(400, 404, 415);
        feeling.MapDelete("", RemoveAsync).WithName("RemoveTrackMood").WithSummary("Takes that back.").ProducesProblems(404);
    }

    private static async Task<Results<Ok<SheetAnswer>, ProblemHttpResult>> SheetAsync(
        string id, ICatalogue catalogue, ITrackSounds sounds, ITrackFeelings feelings, CancellationToken cancellationToken, string? listener = null)
    {
        if (await catalogue.FindAsync(id, cancellationToken) is not { } track) return UnknownTrack(id);
        var sound = await sounds.FindAsync(id, cancellationToken);
        var felt = listener is null ? null : await feelings.ListAsync(listener, cancellationToken);
        return TypedResults.Ok(SheetAnswer.Of(track, sound, felt is not null && felt.TryGetValue(id, out var said) ? said : null, DeckServer.ApiRoot));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SetAsync(
        string id, string trackId, FeelingBody body, ITrackFeelings feelings, IListenerStore listeners, CancellationToken cancellationToken)
    {
        if (body is not { Valence: { } valence, Arousal: { } arousal } || !new Vad(valence, arousal, 0).IsInRange)
            return ProblemKind.BadVad.With("'valence' and 'arousal' must each be a number between -1 and 1.");
        if (await listeners.FindAsync(id, cancellationToken) is null) return ListenerEndpoints.Unknown(id);
        return await feelings.SetAsync(id, trackId, valence, arousal, cancellationToken) ? TypedResults.NoContent() : UnknownTrack(trackId);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        string id, string trackId, ITrackFeelings feelings, IListenerStore listeners, CancellationToken cancellationToken)
    {
        if (await listeners.FindAsync(id, cancellationToken) is null) return ListenerEndpoints.Unknown(id);
        await feelings.RemoveAsync(id, trackId, cancellationToken);
        return TypedResults.NoContent();
    }

    private static ProblemHttpResult UnknownTrack(string id) => ProblemKind.UnknownTrack.With($"The catalogue has no track '{id}'.");
}
