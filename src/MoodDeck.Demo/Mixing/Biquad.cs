using MoodDeck.Demo.Synthesis;

namespace MoodDeck.Demo.Mixing;

/// <summary>A second-order filter section (Robert Bristow-Johnson's audio EQ cookbook), in transposed direct form II.</summary>
internal readonly record struct Biquad(double B0, double B1, double B2, double A1, double A2)
{
    private const double Butterworth = 0.70710678;

    public static Biquad LowPass(double hertz, double q = Butterworth)
    {
        var (cos, alpha) = Angle(hertz, q);
        return Of((1 - cos) / 2, 1 - cos, (1 - cos) / 2, 1 + alpha, -2 * cos, 1 - alpha);
    }

    public static Biquad HighPass(double hertz, double q = Butterworth)
    {
        var (cos, alpha) = Angle(hertz, q);
        return Of((1 + cos) / 2, -(1 + cos), (1 + cos) / 2, 1 + alpha, -2 * cos, 1 - alpha);
    }

    public static Biquad Peak(double hertz, double gainDb, double q = 1)
    {
        var (cos, alpha) = Angle(hertz, q);
        var a = Math.Pow(10, gainDb / 40);
        return Of(1 + (alpha * a), -2 * cos, 1 - (alpha * a), 1 + (alpha / a), -2 * cos, 1 - (alpha / a));
    }

    public static Biquad LowShelf(double hertz, double gainDb) => Shelf(hertz, gainDb, 1);

    public static Biquad HighShelf(double hertz, double gainDb) => Shelf(hertz, gainDb, -1);

    /// <summary>Filters a channel in place, from rest.</summary>
    public void Run(Span<float> samples)
    {
        var (b0, b1, b2, a1, a2) = this;
        var (first, second) = (0.0, 0.0);
        foreach (ref var sample in samples)
        {
            double x = sample;
            var y = (b0 * x) + first;
            first = (b1 * x) - (a1 * y) + second;
            second = (b2 * x) - (a2 * y);
            sample = (float)y;
        }
    }

    /// <summary>Filters both channels in place.</summary>
    public void Run(StereoBuffer buffer)
    {
        Run(buffer.Left);
        Run(buffer.Right);
    }

    // One formula serves both shelves: the high one is the low one mirrored in frequency.
    private static Biquad Shelf(double hertz, double gainDb, int side)
    {
        var (cos, alpha) = Angle(hertz, Butterworth);
        var a = Math.Pow(10, gainDb / 40);
        var (c, root) = (side * cos, 2 * Math.Sqrt(a) * alpha);
        return Of(
            a * (a + 1 - ((a - 1) * c) + root), side * 2 * a * (a - 1 - ((a + 1) * c)), a * (a + 1 - ((a - 1) * c) - root),
            a + 1 + ((a - 1) * c) + root, side * -2 * (a - 1 + ((a + 1) * c)), a + 1 + ((a - 1) * c) - root);
    }

    private static (double Cos, double Alpha) Angle(double hertz, double q)
    {
        var (sin, cos) = Math.SinCos(2 * Math.PI * Math.Min(hertz, 0.48 * StereoBuffer.SampleRate) / StereoBuffer.SampleRate);
        return (cos, sin / (2 * q));
    }

    private static Biquad Of(double b0, double b1, double b2, double a0, double a1, double a2) => new(b0 / a0, b1 / a0, b2 / a0, a1 / a0, a2 / a0);
}
