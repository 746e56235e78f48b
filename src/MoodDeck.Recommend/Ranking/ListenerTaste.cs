using MoodDeck.Recommend.Taste;

namespace MoodDeck.Recommend.Ranking;

/// <summary>Whom a queue is for, as far as it was learnt.</summary>
/// <param name="Taste">What their lessons say.</param>
/// <param name="Plays">What they heard lately.</param>
public sealed record ListenerTaste(TasteSnapshot Taste, PlayMemory Plays);
