using System.Globalization;

namespace MoodDeck.Training.Reports.Plots;

/// <summary>Marks of an axis at steps of 1, 2 or 5 times a power of ten.</summary>
/// <param name="Low">The first mark, at or below the least value.</param>
/// <param name="High">The last mark, at or above the greatest.</param>
/// <param name="Step">From mark to mark.</param>
internal sealed record Ticks(double Low, double High, double Step)
{
    private const int MostDecimals = 5;

    /// <summary>The marks.</summary>
    public IEnumerable<double> Values
    {
        get
        {
            var steps = (int)Math.Round((High - Low) / Step);
            for (var i = 0; i <= steps; i++) yield return Low + (i * Step);
        }
    }

    /// <summary>Marks that enclose a range.</summary>
    /// <param name="low">The least value.</param>
    /// <param name="high">The greatest value.</param>
    /// <param name="wanted">About how many steps.</param>
    /// <param name="whole">Whether only whole numbers make sense.</param>
    public static Ticks Around(double low, double high, int wanted = 5, bool whole = false)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high) || low > high) (low, high) = (0, 1);
        if (high - low <= Math.Abs(high) * 1e-9) (low, high) = low == 0 ? (0, 1) : (low - (Math.Abs(low) / 10), high + (Math.Abs(high) / 10));
        var rough = (high - low) / wanted;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * (rough / power) switch { <= 1.0001 => 1, <= 2.0001 => 2, <= 5.0001 => 5, _ => 10 };
        if (whole) step = Math.Max(1, step);
        // A value that is a mark but for rounding does not ask for another.
        return new(Math.Floor((low / step) + 1e-6) * step, Math.Ceiling((high / step) - 1e-6) * step, step);
    }

    /// <summary>A mark as text, with no more decimals than the step needs.</summary>
    public string Text(double value)
    {
        if (Math.Abs(value) < Step * 1e-6) return "0";
        var decimals = Math.Max(0, (int)-Math.Floor(Math.Log10(Step) + 1e-9));
        return decimals > MostDecimals ? value.ToString("0.##e0", CultureInfo.InvariantCulture) : value.ToString("#,0." + new string('0', decimals), CultureInfo.InvariantCulture);
    }
}
