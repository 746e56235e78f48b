using MoodDeck.Recommend.Ranking;
using MoodDeck.Recommend.Remarks;

namespace MoodDeck.Server.Contracts;

/// <summary>One term of the sum a track's place is given for.</summary>
/// <param name="Term"><c>mood, words, taste, novelty, freshness, variety, flow, step, radio, here, curiosity</c> or <c>draw</c>.</param>
/// <param name="Value">How much; all of them together, kept within 0 to 1, are the score.</param>
/// <param name="Why">The same in words, as code with values; null where it is too small for any.</param>
public sealed record TermAnswer(string Term, double Value, Remark? Why)
{
    /// <summary>As it is answered.</summary>
    public static TermAnswer Of(ScoreTerm term) => new(term.Kind.ToString().ToLowerInvariant(), Rounded.Value(term.Value), term.Why);
}
