using MoodDeck.Recommend.Remarks;

namespace MoodDeck.Recommend.Ranking;

/// <summary>What a place in the queue is given for.</summary>
public enum TermKind
{
    /// <summary>How well its mood fits the one wanted there.</summary>
    Mood,
    /// <summary>What its words take from that, under focus.</summary>
    Words,
    /// <summary>How much the listener likes its artist, genre and language.</summary>
    Taste,
    /// <summary>That its artist is new to the listener.</summary>
    Novelty,
    /// <summary>That the song was heard not long ago.</summary>
    Freshness,
    /// <summary>That its artist was heard, or comes, not long before.</summary>
    Variety,
    /// <summary>How well it follows the one before: tempo, key, loudness.</summary>
    Flow,
    /// <summary>Whether it keeps to the even steps of a way somewhere.</summary>
    Step,
    /// <summary>That it belongs to what a radio was asked to stay near.</summary>
    Radio,
    /// <summary>That it cannot be heard here.</summary>
    Here,
    /// <summary>That there is something to learn about the listener from it.</summary>
    Curiosity,
    /// <summary>The chance of the seed, so that not every queue is the same.</summary>
    Draw,
}

/// <summary>One term of the sum a track's place in the queue is given for.</summary>
/// <param name="Kind">What for.</param>
/// <param name="Value">How much; all terms of a track together are its score before that is kept within 0 to 1.</param>
/// <param name="Why">The same in words; null where it is too small to be worth any.</param>
public readonly record struct ScoreTerm(TermKind Kind, double Value, Remark? Why);

/// <summary>What somebody's taste is a taste in.</summary>
internal enum TasteSubject
{
    Unknown,
    Artist,
    Genre,
    Language,
}
