namespace MoodDeck.Library.Journal;

/// <summary>A slope with the interval in which it lies with 95 % confidence.</summary>
/// <param name="PerWeek">Change in a week.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end; where zero lies between the two, nothing is known to change.</param>
public sealed record Slope(double PerWeek, double Low, double High);

/// <summary>Whether the daily means go anywhere over four weeks.</summary>
/// <param name="Days">On how many days it rests; each counts the same.</param>
/// <param name="Valence">Of the valence.</param>
/// <param name="Arousal">Of the arousal.</param>
public sealed record MoodTrend(int Days, Slope Valence, Slope Arousal)
{
    /// <summary>With fewer days than this nothing is said.</summary>
    public const int LeastDays = 7;

    // Student's t, two-sided 95 %, by degrees of freedom from LeastDays - 2 = 5 to 26.
    private static readonly double[] Quantiles =
    [
        2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
        2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
    ];

    /// <summary>
    /// Ordinary least squares over daily means. The interval takes days for independent of each other; real days are not
    /// quite, so that it is rather too narrow.
    /// </summary>
    internal static MoodTrend? Of(IReadOnlyList<(int Day, double Valence, double Arousal)> days) => days.Count < LeastDays
        ? null
        : new(days.Count, Fit([.. days.Select(d => ((double)d.Day, d.Valence))]), Fit([.. days.Select(d => ((double)d.Day, d.Arousal))]));

    private static Slope Fit((double X, double Y)[] points)
    {
        var (meanX, meanY) = (points.Average(p => p.X), points.Average(p => p.Y));
        var spread = points.Sum(p => (p.X - meanX) * (p.X - meanX));
        var slope = points.Sum(p => (p.X - meanX) * (p.Y - meanY)) / spread;
        var rest = points.Sum(p => Math.Pow(p.Y - meanY - (slope * (p.X - meanX)), 2));
        var freedom = points.Length - 2;
        var margin = Quantiles[Math.Min(freedom - LeastDays + 2, Quantiles.Length - 1)] * Math.Sqrt(rest / freedom / spread);
        return new(7 * slope, 7 * (slope - margin), 7 * (slope + margin));
    }
}
