using MoodDeck.Core.Mood;

namespace MoodDeck.Recommend;

/// <summary>
/// Chooses a queue for a mood. Pure: the same index and request give the same answer. Tracks are ordered by
/// <see cref="Closeness"/> with the leads of <see cref="RankingRules"/>; filters are never broken; one song comes once.
/// </summary>
/// <param name="index">The tracks to choose from.</param>
public sealed class Recommender(TrackIndex index)
{
    /// <summary>Chooses a queue.</summary>
    /// <exception cref="ArgumentException">A limit outside 1 to 200, or a mood outside [-1, 1]; the message says which.</exception>
    public RecommendationResult Recommend(RecommendationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Check(request);

        var path = MoodPath.Of(request);
        var filter = new TrackFilter(index, request);
        var scan = new CandidateScan(index, request, filter, path);
        var candidates = scan.Run(request.Limit);
        var queue = new QueueBuilder(index, request, path).Build(candidates);

        var reasons = new ReasonWriter(index, request, path);
        var tracks = queue.Select((item, place) => new RecommendedTrack(
            index.IdOf(item.Row),
            item.Score,
            reasons.Write(item.Row, place > 0 ? queue[place - 1].Row : null, place, queue.Count),
            index.IsPlayable(item.Row))).ToList();
        var notes = new NoteWriter(index, request, filter, scan.Census).Write(tracks.Count, tracks.Count(t => t.Playable));
        var target = path.End.Mean.Clamp() + Vad.Neutral; // makes the -0 of a rounded cosine a plain 0
        return new(target, request.Strategy, request.Seed, tracks, notes);
    }

    private static void Check(RecommendationRequest request)
    {
        if (request.Limit is < 1 or > RecommendationRequest.MaxLimit)
            throw new ArgumentException($"The limit is {request.Limit}; it must be between 1 and {RecommendationRequest.MaxLimit}.", nameof(request));
        if (request.Target is { } target && !target.Mean.IsInRange)
            throw new ArgumentException("Valence, arousal and dominance must each be between -1 and 1.", nameof(request));
        if (request.From is { } start && !(start with { Dominance = 0 }).IsInRange)
            throw new ArgumentException("The place to start from must have valence and arousal between -1 and 1.", nameof(request));
    }
}
