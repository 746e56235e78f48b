using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Recommend.Ranking;
using MoodDeck.Recommend.Remarks;
using MoodDeck.Recommend.Taste;

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
/// <param name="Score">The sum of its terms, kept within 0 to 1.</param>
/// <param name="Terms">What its place is given for: the mood first, then what speaks for it and what against.</param>
/// <param name="Beside">What is good to know and no term of the sum.</param>
/// <param name="Playable">Whether it plays here.</param>
/// <param name="ChosenFor">The mood it was chosen for, to be learnt from; null where none was asked for.</param>
public sealed record RecommendedTrack(string Id, double Score, IReadOnlyList<ScoreTerm> Terms, Remark? Beside, bool Playable, ChosenFor? ChosenFor)
{
    /// <summary>Why it is there: its mood, what is to be said beside it, then the other terms that are worth words.</summary>
    public IReadOnlyList<Remark> Why => [.. new[] { Terms[0].Why, Beside }.Concat(Terms.Skip(1).Select(t => t.Why)).OfType<Remark>()];

    /// <summary>The same as short English sentences.</summary>
    public IReadOnlyList<string> Reasons => [.. Why.Select(r => r.English())];
}
