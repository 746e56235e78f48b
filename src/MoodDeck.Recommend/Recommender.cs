using MoodDeck.Core.Mood;
using MoodDeck.Recommend.Ranking;
using MoodDeck.Recommend.Scanning;

namespace MoodDeck.Recommend;

/// <summary>
/// Chooses a queue for a mood. Pure: the same index and request give the same answer. At each place stands the track of the highest
/// sum of terms (<see cref="TermKind"/>); filters are never broken; one song comes once.
/// </summary>
/// <param name="index">The tracks to choose from.</param>
public sealed class Recommender(TrackIndex index)
{
    // From this score on a track would do for a mood.
    private const float FittingScore = 0.5f;

    /// <summary>Chooses a queue.</summary>
    /// <exception cref="ArgumentException">A limit outside 1 to 200, or a mood outside [-1, 1]; the message says which.</exception>
    public RecommendationResult Recommend(RecommendationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Check(request);

        var sum = new RankingSum(index, request);
        var filter = new TrackFilter(index, request);
        var candidates = new CandidateScan(index, request, sum.ScanTerms(), filter, sum.Path).Run();
        var queue = new QueueBuilder(index, sum).Build(candidates, request.Limit, [.. index.RowsOf([.. request.ExcludedIds.TakeLast(RankingRules.ArtistGap - 1)])]);

        var reasons = new ReasonWriter(index, request, sum);
        var tracks = queue.Select((item, place) => new RecommendedTrack(
            index.IdOf(item.Row),
            Math.Clamp(item.Terms.Sum(), 0, 1),
            reasons.Terms(item.Row, item.Terms, place > 0 ? queue[place - 1].Row : null, place),
            reasons.Beside(item.Row),
            index.IsPlayable(item.Row),
            sum.ChosenFor(place))).ToList();
        var census = new FilterCensus(index, filter, row => sum.FitAtEnd(row) >= FittingScore);
        var notes = new NoteWriter(index, request, filter, census).Write(tracks.Count, tracks.Count(t => t.Playable));
        var target = sum.Path.End.Mean.Clamp() + Vad.Neutral; // makes the -0 of a rounded cosine a plain 0
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
        if (request.Length is < 1 or > RecommendationRequest.MaxLimit)
            throw new ArgumentException($"The length is {request.Length}; it must be between 1 and {RecommendationRequest.MaxLimit}.", nameof(request));
        if (request.Done < 0) throw new ArgumentException($"{request.Done} songs cannot have been heard; it must be 0 or more.", nameof(request));
    }
}
