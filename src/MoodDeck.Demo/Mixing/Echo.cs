using MoodDeck.Demo.Synthesis;

namespace MoodDeck.Demo.Mixing;

/// <summary>Repeats that go from side to side, each a little duller.</summary>
internal sealed class Echo(double beats, double feedback = 0.4, double mix = 0.25, double dullHertz = 3500) : IEffect
{
    /// <inheritdoc/>
    public void Apply(StereoBuffer buffer, double beatSeconds)
    {
        var delay = (int)(beats * beatSeconds * StereoBuffer.SampleRate);
        var (left, right) = (new DelayLine(delay), new DelayLine(delay));
        var filter = (float)(1 - Math.Exp(-2 * Math.PI * dullHertz / StereoBuffer.SampleRate));
        var (back, wet) = ((float)feedback, (float)mix);
        var (dullLeft, dullRight) = (0f, 0f);
        for (var i = 0; i < buffer.Length; i++)
        {
            var (fromLeft, fromRight) = (left.Read(delay - 1), right.Read(delay - 1));
            dullLeft += filter * (fromLeft - dullLeft);
            dullRight += filter * (fromRight - dullRight);
            left.Write((0.5f * (buffer.Left[i] + buffer.Right[i])) + (back * dullRight));
            right.Write(back * dullLeft);
            buffer.Left[i] += wet * dullLeft;
            buffer.Right[i] += wet * dullRight;
        }
    }
}
