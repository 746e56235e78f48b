namespace MoodDeck.Training.Reports.Plots;

/// <summary>Marks of an axis that gives equal lengths to equal ratios: 1, 2 and 5 times powers of ten, or these powers alone.</summary>
/// <param name="Low">The first mark, below the least value.</param>
/// <param name="High">The last mark, above the greatest.</param>
/// <param name="Values">The marks.</param>
internal sealed record LogTicks(double Low, double High, IReadOnlyList<double> Values)
{
    private const int MostMarks = 10;
    private const double Margin = 1.12;

    /// <summary>Marks that enclose a range with a little room on both sides.</summary>
    /// <param name="low">The least value, above 0.</param>
    /// <param name="high">The greatest.</param>
    public static LogTicks Around(double low, double high)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high) || low <= 0 || low > high) (low, high) = (1, 10);
        return Marks(low / Margin, high * Margin, [1, 2, 5]) is { Values.Count: <= MostMarks } fine ? fine : Marks(low / Margin, high * Margin, [1]);
    }

    private static LogTicks Marks(double low, double high, double[] steps)
    {
        var (first, last) = ((int)Math.Floor(Math.Log10(low)), (int)Math.Ceiling(Math.Log10(high)));
        double[] all = [.. Enumerable.Range(first, last - first + 1).SelectMany(power => steps.Select(s => s * Math.Pow(10, power)))];
        double[] kept = [.. all.Where((v, i) => (i + 1 >= all.Length || all[i + 1] > low) && (i == 0 || all[i - 1] < high))];
        return new(kept[0], kept[^1], kept);
    }
}
