using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Feelings;
using MoodDeck.Library.Playlists;
using MoodDeck.Library.Taste;
using MoodDeck.Recommend;

namespace MoodDeck.Library;

/// <summary>A queue with its tracks in full.</summary>
/// <param name="Result">Target, order, scores, reasons and notes.</param>
/// <param name="Tracks">The track of each entry of <see cref="RecommendationResult.Tracks"/>, in the same order.</param>
public sealed record QueuePlan(RecommendationResult Result, IReadOnlyList<Track> Tracks);

/// <summary>Chooses a queue from the catalogue: what the server and the command line answer with.</summary>
public sealed class QueuePlanner(ICatalogue catalogue, ITrackMarks marks, FeltIndex felt, TasteShelf tastes)
{
    /// <summary>Chooses a queue.</summary>
    /// <exception cref="ArgumentException">The request is out of range; the message says which part.</exception>
    public async Task<QueuePlan> PlanAsync(RecommendationRequest request, CancellationToken cancellationToken = default) =>
        await PlanAsync(await catalogue.IndexAsync(cancellationToken), request, cancellationToken);

    /// <summary>
    /// Chooses a queue for a listener by what was learnt of them, without what they banned, and with tracks where they say these belong;
    /// null when there is no such listener.
    /// </summary>
    /// <exception cref="ArgumentException">The request is out of range; the message says which part.</exception>
    public async Task<QueuePlan?> PlanForAsync(string listenerId, RecommendationRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await marks.ListAsync(listenerId, cancellationToken) is not { } marked) return null;
        var banned = marked.Where(m => m.Mark == TrackMark.Ban).Select(m => m.TrackId);
        var index = await felt.OfAsync(listenerId, cancellationToken);
        var taste = await tastes.FindAsync(listenerId, cancellationToken);
        return await PlanAsync(index, request with { ExcludedIds = [.. request.ExcludedIds, .. banned], Listener = taste }, cancellationToken);
    }

    private async Task<QueuePlan> PlanAsync(TrackIndex index, RecommendationRequest request, CancellationToken cancellationToken)
    {
        var result = new Recommender(index).Recommend(request);
        var tracks = await catalogue.FindAsync([.. result.Tracks.Select(t => t.Id)], cancellationToken);
        if (tracks.Count == result.Tracks.Count) return new(result, tracks);

        // A track went away between the two reads; its place closes up.
        var there = tracks.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        return new(result with { Tracks = [.. result.Tracks.Where(t => there.Contains(t.Id))] }, tracks);
    }
}
