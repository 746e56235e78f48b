namespace MoodDeck.Audio.Loudness;

/// <summary>Peaks between the samples, by a windowed-sinc interpolation to four times the rate.</summary>
public static class TruePeak
{
    private const int Taps = 12;
    private static readonly float[][] s_phases = [.. Enumerable.Range(1, 3).Select(Phase)];

    /// <summary>The largest magnitude in a channel, between the samples as well.</summary>
    public static float Of(ReadOnlySpan<float> channel)
    {
        var peak = 0f;
        foreach (var sample in channel) peak = Math.Max(peak, Math.Abs(sample));
        for (var i = Taps / 2; i + (Taps / 2) < channel.Length; i++)
        {
            // Between two samples as low as this nothing rises above the highest one.
            if (Math.Max(Math.Abs(channel[i]), Math.Abs(channel[i + 1])) >= 0.6f * peak) peak = Math.Max(peak, Between(channel, i));
        }

        return peak;
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
