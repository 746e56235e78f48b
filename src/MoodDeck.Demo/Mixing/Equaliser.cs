using MoodDeck.Demo.Synthesis;

namespace MoodDeck.Demo.Mixing;

/// <summary>Filter sections one after the other.</summary>
internal sealed class Equaliser(params Biquad[] sections) : IEffect
{
    /// <inheritdoc/>
    public void Apply(StereoBuffer buffer, double beatSeconds)
    {
        foreach (var section in sections) section.Run(buffer);
    }
}
