using MoodDeck.Library.Listeners;
using MoodDeck.Library.Playlists;
using MoodDeck.Library.Taste;
using MoodDeck.Recommend.Taste;
using MoodDeck.Server.Description;
using MoodDeck.Server.Listeners;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Playlists;

/// <summary>A track a listener likes or banned, as it is answered.</summary>
internal sealed record MarkedTrackAnswer(string TrackId, string Title, string? Artist, string Mark, DateTimeOffset At, bool InCatalogue);

internal static class MarkEndpoints
{
    /// <summary>Likes and bans. The latest word counts: a track is one or the other.</summary>
    public static void MapMarks(this IEndpointRouteBuilder api)
    {
        var tracks = api.MapGroup("/listeners/{id}/tracks").WithTags("Playlists");
        tracks.MapGet("", ListAsync).WithName("MarkedTracks").WithSummary("The tracks the listener likes or banned, the latest first.").ProducesProblems(404);
        foreach (var mark in Enum.GetValues<TrackMark>())
        {
            var name = NameOf(mark);
            tracks.MapPut($"/{{trackId}}/{name}", (string id, string trackId, ITrackMarks marks, IListenerStore listeners, TasteShelf tastes, CancellationToken cancellationToken) => SetAsync(id, trackId, mark, marks, listeners, tastes, cancellationToken))
                .WithName($"Set{mark}").WithSummary(mark == TrackMark.Ban ? "Bans a track: it is never recommended to this listener." : "Likes a track.").ProducesProblems(404);
            tracks.MapDelete($"/{{trackId}}/{name}", (string id, string trackId, ITrackMarks marks, IListenerStore listeners, CancellationToken cancellationToken) => RemoveAsync(id, trackId, mark, marks, listeners, cancellationToken))
                .WithName($"Remove{mark}").WithSummary($"Takes the {name} off a track.").ProducesProblems(404);
        }
    }

    private static async Task<Results<Ok<IEnumerable<MarkedTrackAnswer>>, ProblemHttpResult>> ListAsync(string id, ITrackMarks marks, CancellationToken cancellationToken) =>
        await marks.ListAsync(id, cancellationToken) is { } all
            ? TypedResults.Ok(all.Select(t => new MarkedTrackAnswer(t.TrackId, t.Title, t.Artist, NameOf(t.Mark), t.At, t.InCatalogue)))
            : ListenerEndpoints.Unknown(id);

    private static async Task<Results<NoContent, ProblemHttpResult>> SetAsync(
        string id, string trackId, TrackMark mark, ITrackMarks marks, IListenerStore listeners, TasteShelf tastes, CancellationToken cancellationToken)
    {
        if (await listeners.FindAsync(id, cancellationToken) is null) return ListenerEndpoints.Unknown(id);
        var before = await marks.ListAsync(id, cancellationToken) ?? [];
        if (!await marks.SetAsync(id, trackId, mark, cancellationToken)) return ProblemKind.UnknownTrack.With($"The catalogue has no track '{trackId}'.");
        // Said twice it teaches no more than once.
        if (before.Any(m => m.TrackId == trackId && m.Mark == mark)) return TypedResults.NoContent();
        await tastes.LearnAsync(id, trackId, null, new(null, null, mark == TrackMark.Ban ? TrackVerdict.Dislike : TrackVerdict.Like), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        string id, string trackId, TrackMark mark, ITrackMarks marks, IListenerStore listeners, CancellationToken cancellationToken)
    {
        if (await listeners.FindAsync(id, cancellationToken) is null) return ListenerEndpoints.Unknown(id);
        await marks.RemoveAsync(id, trackId, mark, cancellationToken);
        return TypedResults.NoContent();
    }

    private static string NameOf(TrackMark mark) => mark.ToString().ToLowerInvariant();
}
