using MoodDeck.Demo.Synthesis;

namespace MoodDeck.Demo.Mixing;

/// <summary>Lets the level swing; with <paramref name="spread"/> 1 the sides swing against each other.</summary>
internal sealed class Tremolo(double hertz, double depth, double spread = 1) : IEffect
{
    /// <inheritdoc/>
    public void Apply(StereoBuffer buffer, double beatSeconds)
    {
        Run(buffer.Left, 0);
        Run(buffer.Right, Math.PI * spread);
    }

    private void Run(Span<float> channel, double phase)
    {
        var (stepSin, stepCos) = Math.SinCos(2 * Math.PI * hertz / StereoBuffer.SampleRate);
        var (sin, cos) = Math.SinCos(phase);
        foreach (ref var sample in channel)
        {
            sample *= (float)(1 - (0.5 * depth * (1 + sin)));
            (sin, cos) = ((sin * stepCos) + (cos * stepSin), (cos * stepCos) - (sin * stepSin));
        }
    }
}
