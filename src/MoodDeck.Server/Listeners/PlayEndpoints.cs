using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Listeners;
using MoodDeck.Server.Description;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Listeners;

/// <summary>What a client tells of a track that was played.</summary>
internal sealed record PlayReport(string? TrackId, string? Event, double? PositionSeconds);

/// <summary>One entry of a history as it is answered.</summary>
internal sealed record PlayAnswer(string TrackId, string Event, DateTimeOffset At, double? PositionSeconds);

internal static class PlayEndpoints
{
    private const int MaxLimit = 1000;
    private static readonly string[] EventNames = [.. Enum.GetNames<PlayEvent>().Select(n => n.ToLowerInvariant())];

    /// <summary>A listener's history, which is only kept while the listener wants it.</summary>
    public static void MapPlays(this IEndpointRouteBuilder api)
    {
        var plays = api.MapGroup("/listeners/{id}/plays").WithTags("Listeners");
        plays.MapPost("", AddAsync).WithName("AddPlay").WithSummary("Tells what happened to a track; stored only while the listener keeps a history.").ProducesProblems(400, 404, 415);
        plays.MapGet("", ListAsync).WithName("Plays").WithSummary("The latest plays, newest first.").ProducesProblems(400, 404);
        plays.MapDelete("", EraseAsync).WithName("ErasePlays").WithSummary("Erases the whole history.").ProducesProblems(404);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> AddAsync(
        string id, PlayReport play, IListenerStore listeners, ICatalogue catalogue, IHistoryStore history, CancellationToken cancellationToken)
    {
        var kind = Array.IndexOf(EventNames, play.Event);
        if (kind < 0) return ProblemKind.BadOption.With($"'event' must be one of: {string.Join(", ", EventNames)}.");
        if (play.PositionSeconds is { } position && !(position >= 0)) return ProblemKind.BadOption.With("'positionSeconds' must be 0 or more.");
        if (await listeners.FindAsync(id, cancellationToken) is null) return ListenerEndpoints.Unknown(id);
        if (play.TrackId is null || await catalogue.FindAsync(play.TrackId, cancellationToken) is null)
            return ProblemKind.UnknownTrack.With($"The catalogue has no track '{play.TrackId}'.");
        await history.AddAsync(id, play.TrackId, (PlayEvent)kind, play.PositionSeconds, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<IEnumerable<PlayAnswer>>, ProblemHttpResult>> ListAsync(
        string id, IListenerStore listeners, IHistoryStore history, CancellationToken cancellationToken, int limit = 50)
    {
        if (limit is < 1 or > MaxLimit) return ProblemKind.BadOption.With($"'limit' is {limit}; it must be from 1 to {MaxLimit}.");
        if (await listeners.FindAsync(id, cancellationToken) is null) return ListenerEndpoints.Unknown(id);
        var plays = await history.ListAsync(id, limit, cancellationToken);
        return TypedResults.Ok(plays.Select(p => new PlayAnswer(p.TrackId, EventNames[(int)p.Event], p.At, p.PositionSeconds)));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EraseAsync(string id, IListenerStore listeners, IHistoryStore history, CancellationToken cancellationToken)
    {
        if (await listeners.FindAsync(id, cancellationToken) is null) return ListenerEndpoints.Unknown(id);
        await history.EraseAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }
}
