namespace MoodDeck.Audio.Loudness;

/// <summary>Integrated loudness of two channels as ITU-R BS.1770-4 measures it, with both gates.</summary>
public static class LoudnessMeter
{
    /// <summary>What silence measures.</summary>
    public const double Silence = -120;

    /// <summary>The least samples a second with which the weighting can be made.</summary>
    public const int MinSampleRateHertz = 8000;

    private const double AbsoluteGate = -70;
    private const double RelativeGate = -10;

    /// <summary>
    /// Loudness of two channels in LUFS; <see cref="Silence"/> when nothing passes the gates. A stretch shorter
    /// than a block of 0.4 s counts as silence.
    /// </summary>
    public static double Measure(ReadOnlySpan<float> leftChannel, ReadOnlySpan<float> rightChannel, int sampleRateHertz)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRateHertz, MinSampleRateHertz);
        // Blocks of 400 ms every 100 ms: sums over 100 ms, four to a block.
        var hop = sampleRateHertz / 10;
        var left = Energies(leftChannel, sampleRateHertz, hop);
        var right = leftChannel == rightChannel ? left : Energies(rightChannel, sampleRateHertz, hop);
        var blocks = new List<double>();
        for (var i = 0; i + 4 <= left.Length; i++)
        {
            double sum = 0;
            for (var j = i; j < i + 4; j++) sum += left[j] + right[j];
            blocks.Add(sum / (4 * hop));
        }

        var loud = blocks.Where(b => Db(b) > AbsoluteGate).ToArray();
        if (loud.Length == 0) return Silence;
        var gate = Db(loud.Average()) + RelativeGate;
        return Db(loud.Where(b => Db(b) > gate).Average());
    }

    private static double Db(double power) => -0.691 + (10 * Math.Log10(power + 1e-15));

    private static double[] Energies(ReadOnlySpan<float> channel, int sampleRateHertz, int hop)
    {
        var (shelf, high) = (PreFilter(sampleRateHertz), HighPass(sampleRateHertz));
        var energies = new double[channel.Length / hop];
        var (s1, s2, h1, h2) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < energies.Length * hop; i++)
        {
            double x = channel[i];
            var y = (shelf.B0 * x) + s1;
            s1 = (shelf.B1 * x) - (shelf.A1 * y) + s2;
            s2 = (shelf.B2 * x) - (shelf.A2 * y);
            var z = y + h1;
            h1 = (-2 * y) - (high.A1 * z) + h2;
            h2 = y - (high.A2 * z);
            energies[i / hop] += z * z;
        }

        return energies;
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
