using MoodDeck.Demo.Synthesis;

namespace MoodDeck.Demo.Mixing;

/// <summary>Lets a part step back at each kick drum and come forward again, the breathing of dance music.</summary>
internal static class Ducker
{
    private const double DownSeconds = 0.008;
    private const double BackSeconds = 0.22;

    /// <summary>Turns the sound down by <paramref name="depthDb"/> at each of the times, in seconds.</summary>
    public static void Apply(StereoBuffer buffer, IReadOnlyList<double> timesSeconds, double depthDb)
    {
        var depth = 1 - Math.Pow(10, -depthDb / 20);
        var next = 0;
        var since = 10.0;
        for (var i = 0; i < buffer.Length; i++)
        {
            var now = (double)i / StereoBuffer.SampleRate;
            if (next < timesSeconds.Count && now >= timesSeconds[next] - DownSeconds) since = now - timesSeconds[next++];
            else since += 1.0 / StereoBuffer.SampleRate;
            if (since > BackSeconds) continue;
            var back = Math.Max(0, since / BackSeconds);
            var dip = since < 0 ? 1 + (since / DownSeconds) : 1 - (back * back * (3 - (2 * back)));
            var gain = (float)(1 - (depth * dip));
            buffer.Left[i] *= gain;
            buffer.Right[i] *= gain;
        }
    }
}
