using MoodDeck.Demo.Synthesis;

namespace MoodDeck.Demo.Mixing;

/// <summary>Something a part's sound passes through. Holds settings only, so it may be shared.</summary>
internal interface IEffect
{
    /// <summary>Changes the sound in place; a beat lasts so many seconds.</summary>
    void Apply(StereoBuffer buffer, double beatSeconds);
}
