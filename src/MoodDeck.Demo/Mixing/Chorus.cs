using MoodDeck.Demo.Synthesis;

namespace MoodDeck.Demo.Mixing;

/// <summary>Adds slowly wandering copies to each side, in opposite phase, for width.</summary>
internal sealed class Chorus(double mix = 0.4, double hertz = 0.6, double depthMs = 2.2) : IEffect
{
    private const double BaseMs = 11;

    /// <inheritdoc/>
    public void Apply(StereoBuffer buffer, double beatSeconds)
    {
        Run(buffer.Left, 0);
        Run(buffer.Right, Math.PI / 2);
    }

    private void Run(Span<float> channel, double phase)
    {
        const double perMs = StereoBuffer.SampleRate / 1000.0;
        var line = new DelayLine((int)((BaseMs + depthMs + 2) * perMs));
        // Two copies a side in opposite phase, so that the pitch as a whole stands still.
        var (wet, dry) = ((float)(mix * 0.7), (float)(1 - (0.3 * mix)));
        var (swing, step) = (0f, 0f);
        for (var i = 0; i < channel.Length; i++)
        {
            if (i % 64 == 0)
            {
                var next = (float)(depthMs * perMs * Math.Sin(phase + (2 * Math.PI * hertz * (i + 64) / StereoBuffer.SampleRate)));
                step = (next - swing) / 64;
            }

            swing += step;
            line.Write(channel[i]);
            var copies = line.Read((float)(BaseMs * perMs) + swing) + line.Read((float)(BaseMs * perMs * 0.8) - swing);
            channel[i] = (dry * channel[i]) + (wet * copies);
        }
    }
}
