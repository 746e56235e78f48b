namespace MoodDeck.Audio.Listening;

/// <summary>
/// Sums the energy of spectral peaks by pitch class (Fujishima 1999), assuming A = 440 Hz. Only peaks count, so that drums and noise
/// add little; magnitudes are taken to the power one half, so that one loud note does not drown the chord.
/// </summary>
internal sealed class ChromaSum(int sampleRateHertz)
{
    public const int FrameLength = 8192;
    private const double LowestHertz = 60;
    private const double HighestHertz = 2000;
    private readonly double[] _sum = new double[12];
    private readonly double _hertzPerBin = (double)sampleRateHertz / FrameLength;

    /// <summary>Takes the power spectrum of the next frame.</summary>
    public void Add(ReadOnlySpan<float> power)
    {
        var (from, to) = ((int)(LowestHertz / _hertzPerBin), (int)(HighestHertz / _hertzPerBin));
        for (var k = from; k < to; k++)
        {
            if (!(power[k] > power[k - 1] && power[k] >= power[k + 1] && power[k] > 1e-6f)) continue;
            var (left, middle, right) = (Math.Log(power[k - 1] + 1e-12), Math.Log(power[k]), Math.Log(power[k + 1] + 1e-12));
            var curvature = left - (2 * middle) + right;
            var hertz = (k + (curvature < 0 ? 0.5 * (left - right) / curvature : 0)) * _hertzPerBin;
            var pitch = (int)Math.Round(69 + (12 * Math.Log2(hertz / 440)));
            _sum[pitch % 12] += Math.Sqrt(Math.Sqrt(power[k]));
        }
    }

    /// <summary>Twelve shares from C that sum to 1.</summary>
    public double[] Shares()
    {
        var total = _sum.Sum();
        return [.. _sum.Select(x => total > 0 ? x / total : 1.0 / 12)];
    }
}
