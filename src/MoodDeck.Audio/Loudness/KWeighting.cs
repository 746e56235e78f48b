namespace MoodDeck.Audio.Loudness;

/// <summary>One channel as the ear weighs it (K-weighting of ITU-R BS.1770-4), summed up over stretches of a tenth of a second.</summary>
internal sealed class KWeighting
{
    private readonly Section _shelf;
    private readonly Section _high;
    private readonly int _hop;
    private readonly List<double> _powers = [];
    private (double S1, double S2, double H1, double H2) _state;
    private double _sum;
    private int _count;

    public KWeighting(int sampleRateHertz)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRateHertz, LoudnessMeter.MinSampleRateHertz);
        (_shelf, _high, _hop) = (PreFilter(sampleRateHertz), HighPass(sampleRateHertz), sampleRateHertz / 10);
    }

    /// <summary>The mean power of each whole tenth of a second.</summary>
    public IReadOnlyList<double> Powers => _powers;

    public void Add(ReadOnlySpan<float> samples)
    {
        var ((s1, s2, h1, h2), shelf, high) = (_state, _shelf, _high);
        foreach (double x in samples)
        {
            var y = (shelf.B0 * x) + s1;
            s1 = (shelf.B1 * x) - (shelf.A1 * y) + s2;
            s2 = (shelf.B2 * x) - (shelf.A2 * y);
            var z = y + h1;
            h1 = (-2 * y) - (high.A1 * z) + h2;
            h2 = y - (high.A2 * z);
            _sum += z * z;
            if (++_count < _hop) continue;
            _powers.Add(_sum / _hop);
            (_sum, _count) = (0, 0);
        }

        _state = (s1, s2, h1, h2);
    }

    // The standard gives coefficients for 48 kHz only; these are its analogue prototypes (as libebur128 derives them).
    private static Section PreFilter(int sampleRateHertz)
    {
        const double q = 0.7071752369554196;
        var k = Math.Tan(Math.PI * 1681.974450955533 / sampleRateHertz);
        var high = Math.Pow(10, 3.999843853973347 / 20);
        var band = Math.Pow(high, 0.4996667741545416);
        var a0 = 1 + (k / q) + (k * k);
        return new((high + (band * k / q) + (k * k)) / a0, 2 * ((k * k) - high) / a0, (high - (band * k / q) + (k * k)) / a0, 2 * ((k * k) - 1) / a0, (1 - (k / q) + (k * k)) / a0);
    }

    private static Section HighPass(int sampleRateHertz)
    {
        const double q = 0.5003270373238773;
        var k = Math.Tan(Math.PI * 38.13547087602444 / sampleRateHertz);
        var a0 = 1 + (k / q) + (k * k);
        return new(1, -2, 1, 2 * ((k * k) - 1) / a0, (1 - (k / q) + (k * k)) / a0);
    }

    private readonly record struct Section(double B0, double B1, double B2, double A1, double A2);
}
