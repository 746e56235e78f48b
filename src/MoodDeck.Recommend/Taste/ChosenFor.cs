using MoodDeck.Core.Mood;

namespace MoodDeck.Recommend.Taste;

/// <summary>What a track was chosen for.</summary>
/// <param name="Wanted">The mood: the listener's own where they may be led from it, else what the strategy wanted at that place.</param>
/// <param name="MayLean">Whether the listener may be led from there by what was learnt of them.</param>
/// <param name="Goal">Where the queue leads; null where it leads nowhere.</param>
public readonly record struct ChosenFor(VadGaussian Wanted, bool MayLean, Vad? Goal);
