namespace MoodDeck.Demo.Synthesis;

/// <summary>
/// One cycle of a dark and of a bright wave, built from harmonics below the hearing limit so that nothing folds back;
/// interleaved, with the first point again at the end.
/// </summary>
internal static class WaveTable
{
    /// <summary>Points in a cycle, a power of two.</summary>
    public const int Size = 2048;

    private const int MaxHarmonics = 80;
    private const double HighestHertz = 15_000;

    /// <summary>The table for a fundamental; each wave scaled to the same RMS of 0.25 for even loudness.</summary>
    public static float[] Build(TableDesign design, double hertz)
    {
        var count = Math.Clamp((int)(HighestHertz / hertz), 1, MaxHarmonics);
        var (dark, bright) = (Wave(design.Dark, hertz, count), Wave(design.Bright, hertz, count));
        var table = new float[2 * (Size + 1)];
        for (var i = 0; i <= Size; i++)
        {
            table[2 * i] = dark[i % Size];
            table[(2 * i) + 1] = bright[i % Size];
        }

        return table;
    }

    private static float[] Wave(Func<int, double, double> amplitude, double hertz, int count)
    {
        var sum = new double[Size];
        double energy = 1e-12;
        for (var k = 1; k <= count; k++)
        {
            var a = amplitude(k, k * hertz);
            if (Math.Abs(a) < 1e-5) continue;
            energy += a * a / 2;
            // Schroeder's phases (1970) keep the wave's peaks low.
            var phase = Math.PI * k * k / count;
            var (stepSin, stepCos) = Math.SinCos(2 * Math.PI * k / Size);
            var (sin, cos) = Math.SinCos(phase);
            for (var i = 0; i < Size; i++)
            {
                sum[i] += a * sin;
                (sin, cos) = ((sin * stepCos) + (cos * stepSin), (cos * stepCos) - (sin * stepSin));
            }
        }

        var scale = 0.25 / Math.Sqrt(energy);
        return [.. sum.Select(x => (float)(x * scale))];
    }
}
