using MoodDeck.Core.Mood;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Listeners;
using MoodDeck.Library.Playlists;
using MoodDeck.Library.Taste;
using MoodDeck.Server.Contracts;
using MoodDeck.Server.Description;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Listeners;

/// <summary>What a client tells of a track that was played.</summary>
/// <param name="TrackId">The track.</param>
/// <param name="Event"><c>started, finished</c> or <c>skipped</c>.</param>
/// <param name="PositionSeconds">Where in the track.</param>
/// <param name="ChosenFor">What the answer with the queue said it was chosen for; null for one somebody picked.</param>
/// <param name="MoodBefore">Where a camera saw the mood when it began.</param>
/// <param name="MoodAfter">And where now.</param>
internal sealed record PlayReport(
    string? TrackId, string? Event, double? PositionSeconds, ChosenForAnswer? ChosenFor = null, PlanePoint? MoodBefore = null, PlanePoint? MoodAfter = null);

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
        plays.MapPost("", AddAsync).WithName("AddPlay").WithSummary("Tells what happened to a track. Stored in the history only while the listener keeps one; a taste learns from it while the listener lets it.").ProducesProblems(400, 404, 415);
        plays.MapGet("", ListAsync).WithName("Plays").WithSummary("The latest plays, newest first.").ProducesProblems(400, 404);
        plays.MapDelete("", EraseAsync).WithName("ErasePlays").WithSummary("Erases the whole history.").ProducesProblems(404);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> AddAsync(
        string id, PlayReport play, IListenerStore listeners, ICatalogue catalogue, IHistoryStore history, ITrackMarks marks, TasteShelf tastes,
        CancellationToken cancellationToken)
    {
        var kind = Array.IndexOf(EventNames, play.Event);
        if (kind < 0) return ProblemKind.BadOption.With($"'event' must be one of: {string.Join(", ", EventNames)}.");
        if (play.PositionSeconds is { } position && !(position >= 0)) return ProblemKind.BadOption.With("'positionSeconds' must be 0 or more.");
        if (play.ChosenFor is { } chosen && chosen.Read() is null) return ProblemKind.BadVad.With("'chosenFor' must be what the queue's answer said, or null.");
        if (!IsPoint(play.MoodBefore) || !IsPoint(play.MoodAfter)) return ProblemKind.BadVad.With("'moodBefore' and 'moodAfter' must each have valence and arousal from -1 to 1.");
        if (await listeners.FindAsync(id, cancellationToken) is null) return ListenerEndpoints.Unknown(id);
        if (play.TrackId is null || await catalogue.FindAsync(play.TrackId, cancellationToken) is not { } track)
            return ProblemKind.UnknownTrack.With($"The catalogue has no track '{play.TrackId}'.");
        await history.AddAsync(id, track.Id, (PlayEvent)kind, play.PositionSeconds, cancellationToken);
        if ((PlayEvent)kind != PlayEvent.Started)
        {
            var marked = await marks.ListAsync(id, cancellationToken) ?? [];
            var liked = marked.Any(m => m.TrackId == track.Id && m.Mark == TrackMark.Like);
            await tastes.LearnAsync(id, track.Id, play.ChosenFor?.Read(), PlayOutcome.Of(play, (PlayEvent)kind, track.DurationSeconds, liked), cancellationToken);
        }

        return TypedResults.NoContent();
    }

    private static bool IsPoint(PlanePoint? point) => point is null || new Vad(point.Valence, point.Arousal, 0).IsInRange;

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
