namespace MoodDeck.Audio.Loudness;

/// <summary>Peaks of a channel as it comes, between the samples as well, by a windowed-sinc interpolation to four times the rate. For one thread.</summary>
public sealed class TruePeak
{
    private const int Taps = 12;
    private static readonly float[][] s_phases = [.. Enumerable.Range(1, 3).Select(Phase)];

    // The end of what came before, since a peak between two samples hangs on those around them.
    private float[] _samples = [];

    /// <summary>The largest magnitude so far.</summary>
    public float Peak { get; private set; }

    /// <summary>The largest magnitude in a channel, between the samples as well.</summary>
    public static float Of(ReadOnlySpan<float> channel)
    {
        TruePeak peak = new();
        peak.Add(channel);
        return peak.Peak;
    }

    /// <summary>Takes the next samples.</summary>
    public void Add(ReadOnlySpan<float> next)
    {
        foreach (var sample in next) Peak = Math.Max(Peak, Math.Abs(sample));
        float[] channel = [.. _samples, .. next];
        for (var i = Taps / 2; i + (Taps / 2) < channel.Length; i++)
        {
            // Between two samples as low as this nothing rises above the highest one.
            if (Math.Max(Math.Abs(channel[i]), Math.Abs(channel[i + 1])) >= 0.6f * Peak) Peak = Math.Max(Peak, Between(channel, i));
        }

        _samples = channel[^Math.Min(channel.Length, Taps)..];
    }

    /// <summary>
    /// The largest magnitude from sample <paramref name="i"/> to the next. Where the samples are far below
    /// <paramref name="ceiling"/> nothing between them can reach it, and only they are looked at.
    /// </summary>
    public static float Around(ReadOnlySpan<float> channel, int i, float ceiling)
    {
        var peak = Math.Abs(channel[i]);
        return peak < 0.6f * ceiling || i < Taps / 2 || i + Taps / 2 >= channel.Length ? peak : Math.Max(peak, Between(channel, i));
    }

    private static float Between(ReadOnlySpan<float> channel, int i)
    {
        var peak = 0f;
        var source = channel.Slice(i - (Taps / 2) + 1, Taps);
        foreach (var phase in s_phases)
        {
            var sum = 0f;
            for (var k = 0; k < Taps; k++) sum += phase[k] * source[k];
            peak = Math.Max(peak, Math.Abs(sum));
        }

        return peak;
    }

    private static float[] Phase(int quarter)
    {
        var taps = new double[Taps];
        for (var k = 0; k < Taps; k++)
        {
            var x = k - (Taps / 2) + 1 - (quarter / 4.0);
            var window = 0.5 + (0.5 * Math.Cos(2 * Math.PI * x / (Taps + 1)));
            taps[k] = window * Math.Sin(Math.PI * x) / (Math.PI * x);
        }

        return [.. taps.Select(t => (float)(t / taps.Sum()))];
    }
}
