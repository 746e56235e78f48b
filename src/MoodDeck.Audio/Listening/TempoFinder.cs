namespace MoodDeck.Audio.Listening;

/// <summary>A tempo and how clearly it shows.</summary>
/// <param name="Bpm">Beats a minute; 0 when none was found.</param>
/// <param name="Clarity">Autocorrelation at the beat relative to lag 0, 0 to 1.</param>
public readonly record struct TempoEstimate(double Bpm, double Clarity);

/// <summary>
/// Finds the tempo as the lag at which the onset envelope repeats best, weighted by how natural the tempo is to tap:
/// a log-normal bell around 115 beats a minute (Moelants 2002; Ellis 2007).
/// </summary>
public static class TempoFinder
{
    private const double SlowestBpm = 40;
    private const double FastestBpm = 220;
    private const double PreferredBpm = 115;
    private const double OctavesOfSpread = 0.9;

    /// <summary>The tempo of an onset envelope sampled <paramref name="framesPerSecond"/> times a second.</summary>
    public static TempoEstimate Find(IReadOnlyList<float> envelope, double framesPerSecond)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        var shortest = (int)Math.Floor(60 * framesPerSecond / FastestBpm);
        var longest = (int)Math.Ceiling(60 * framesPerSecond / SlowestBpm);
        if (envelope.Count < 2 * longest) return default;
        var centred = Centred(Smoothed(Smoothed(envelope)));
        var energy = Correlate(centred, 0);
        if (energy < 1e-9) return default;

        var correlation = new double[longest + 2];
        for (var lag = shortest - 1; lag < correlation.Length; lag++) correlation[lag] = Correlate(centred, lag);
        var (best, bestScore) = (0, 0.0);
        for (var lag = shortest; lag <= longest; lag++)
        {
            var octaves = Math.Log2(60 * framesPerSecond / lag / PreferredBpm) / OctavesOfSpread;
            var score = correlation[lag] * Math.Exp(-0.5 * octaves * octaves);
            if (score > bestScore) (best, bestScore) = (lag, score);
        }

        if (best == 0) return default;
        var fine = best + Vertex(correlation[best - 1], correlation[best], correlation[best + 1]);
        return new(Math.Clamp(60 * framesPerSecond / fine, SlowestBpm, FastestBpm), Math.Clamp(correlation[best] / energy, 0, 1));
    }

    // Beats fall between frames; without this a beat twice as long, which happens to fall on frames, would fit better.
    private static float[] Smoothed(IReadOnlyList<float> envelope)
    {
        var smooth = new float[envelope.Count];
        for (var i = 0; i < smooth.Length; i++)
        {
            var (left, right) = (envelope[Math.Max(0, i - 1)], envelope[Math.Min(smooth.Length - 1, i + 1)]);
            smooth[i] = (0.25f * left) + (0.5f * envelope[i]) + (0.25f * right);
        }

        return smooth;
    }

    private static float[] Centred(float[] envelope)
    {
        var mean = envelope.Average();
        return [.. envelope.Select(x => x - mean)];
    }

    // Divided by the overlap, so that long lags are not put at a disadvantage.
    private static double Correlate(float[] x, int lag)
    {
        double sum = 0;
        for (var i = lag; i < x.Length; i++) sum += x[i] * x[i - lag];
        return sum / (x.Length - lag);
    }

    private static double Vertex(double left, double middle, double right)
    {
        var curvature = left - (2 * middle) + right;
        return curvature < 0 ? Math.Clamp(0.5 * (left - right) / curvature, -0.5, 0.5) : 0;
    }
}
