namespace MoodDeck.Vision.Tracking;

/// <summary>
/// Smooths one number over time: strongly while it stays, so that it does not tremble, and weakly while it moves, so that
/// it does not lag (Casiez, Roussel and Vogel 2012, "1 € filter").
/// </summary>
/// <param name="minimumCutoff">The cutoff at rest, in hertz, more than 0: lower trembles less.</param>
/// <param name="beta">How many hertz the cutoff rises for each unit per second: higher lags less.</param>
internal sealed class OneEuroFilter(double minimumCutoff, double beta)
{
    // As the authors give it.
    private const double DerivativeCutoff = 1;

    private double? _value;

    /// <summary>The last smoothed value; 0 before the first one.</summary>
    public double Value => _value ?? 0;

    /// <summary>How fast the value changes, smoothed, in its own units a second.</summary>
    public double Speed { get; private set; }

    /// <summary>Takes a value in and returns the smoothed one; the first passes as it is.</summary>
    /// <param name="value">The value.</param>
    /// <param name="seconds">Time since the last one, more than 0.</param>
    /// <param name="unit">How many of the value's units make one of those in which speed raises the cutoff.</param>
    public double Next(double value, double seconds, double unit = 1)
    {
        if (_value is not { } last)
        {
            _value = value;
            return value;
        }

        Speed += Weight(DerivativeCutoff, seconds) * (((value - last) / seconds) - Speed);
        var cutoff = minimumCutoff + (beta * Math.Abs(Speed) / unit);
        var next = last + (Weight(cutoff, seconds) * (value - last));
        _value = next;
        return next;
    }

    // Of a first-order low-pass filter at that sampling interval.
    private static double Weight(double cutoff, double seconds) => 1 / (1 + (1 / (2 * Math.PI * cutoff * seconds)));
}
