namespace MoodDeck.Demo.Synthesis.Sounds;

/// <summary>Shapes of spectra: amplitude by harmonic number and frequency.</summary>
internal static class Spectra
{
    /// <summary>A saw through a low-pass filter.</summary>
    public static Func<int, double, double> Saw(double cutoffHertz, double order = 2) => (k, hertz) => 1.0 / k * Fall(hertz, cutoffHertz, order);

    /// <summary>A square, which has odd harmonics only, through a low-pass filter.</summary>
    public static Func<int, double, double> Square(double cutoffHertz, double order = 2) => (k, hertz) => k % 2 == 1 ? 1.0 / k * Fall(hertz, cutoffHertz, order) : 0.02 / k;

    /// <summary>Harmonics one by one.</summary>
    public static Func<int, double, double> Drawbars(params double[] levels) => (k, _) => k <= levels.Length ? levels[k - 1] : 0;

    /// <summary>A source through resonances that stay where they are whatever the note: a body, or a mouth.</summary>
    public static Func<int, double, double> Formants(Func<int, double, double> source, double floor, params (double Hertz, double Level, double Width)[] peaks) =>
        (k, hertz) => source(k, hertz) * (floor + peaks.Sum(p => p.Level * Math.Exp(-Math.Pow((hertz - p.Hertz) / p.Width, 2))));

    private static double Fall(double hertz, double cutoff, double order) => 1 / Math.Sqrt(1 + Math.Pow(hertz / cutoff, 2 * order));
}
