using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;

namespace MoodDeck.Recommend;

/// <summary>A queue, and what the listener should know about it.</summary>
/// <param name="Target">The mood in effect: where the strategy leads.</param>
/// <param name="Strategy">The strategy asked for.</param>
/// <param name="Seed">The seed that gives this queue again.</param>
/// <param name="Tracks">The queue, in playing order.</param>
/// <param name="Notes">Sentences about the answer as a whole; often empty.</param>
public sealed record RecommendationResult(
    Vad Target, Strategy Strategy, int Seed, IReadOnlyList<RecommendedTrack> Tracks, IReadOnlyList<string> Notes)
{
    /// <summary>How many of the tracks play here.</summary>
    public int Playable => Tracks.Count(t => t.Playable);
}

/// <summary>One track of a queue.</summary>
/// <param name="Id">The track.</param>
/// <param name="Score">How well it fits its place in the queue, 0 to 1, see <see cref="Closeness"/>.</param>
/// <param name="Reasons">One or two short sentences.</param>
/// <param name="Playable">Whether it plays here.</param>
public sealed record RecommendedTrack(string Id, double Score, IReadOnlyList<string> Reasons, bool Playable);
