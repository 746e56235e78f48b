using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Recommend.Remarks;

namespace MoodDeck.Recommend;

/// <summary>A queue, and what the listener should know about it.</summary>
/// <param name="Target">The mood in effect: where the strategy leads.</param>
/// <param name="Strategy">The strategy asked for.</param>
/// <param name="Seed">The seed that gives this queue again.</param>
/// <param name="Tracks">The queue, in playing order.</param>
/// <param name="Remarks">What is to be said about the answer as a whole; often nothing.</param>
public sealed record RecommendationResult(
    Vad Target, Strategy Strategy, int Seed, IReadOnlyList<RecommendedTrack> Tracks, IReadOnlyList<Remark> Remarks)
{
    /// <summary>The remarks as English sentences.</summary>
    public IReadOnlyList<string> Notes => [.. Remarks.Select(r => r.English())];

    /// <summary>How many of the tracks play here.</summary>
    public int Playable => Tracks.Count(t => t.Playable);
}

/// <summary>One track of a queue.</summary>
/// <param name="Id">The track.</param>
/// <param name="Score">How well it fits its place in the queue, 0 to 1, see <see cref="Closeness"/>.</param>
/// <param name="Why">One or two remarks.</param>
/// <param name="Playable">Whether it plays here.</param>
public sealed record RecommendedTrack(string Id, double Score, IReadOnlyList<Remark> Why, bool Playable)
{
    /// <summary>Why, in one or two short English sentences.</summary>
    public IReadOnlyList<string> Reasons => [.. Why.Select(r => r.English())];
}
