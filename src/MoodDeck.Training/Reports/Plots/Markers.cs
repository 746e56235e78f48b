namespace MoodDeck.Training.Reports.Plots;

/// <summary>
/// How series are told apart: by colour (Okabe and Ito 2008, told apart by colour-blind readers), by dash and by the shape of
/// their marks, so that a grey print still says which is which.
/// </summary>
internal static class Markers
{
    /// <summary>Styles before they repeat.</summary>
    public const int Count = 6;

    private static readonly string[] s_dashes = ["", "7 4", "2 3", "9 3 2 3", "12 4", "4 2"];

    /// <summary>The class of a series' colour.</summary>
    public static string StyleOf(int series) => FormattableString.Invariant($"s{series % Count}");

    /// <summary>Draws a connected line.</summary>
    public static void Path(Plot plot, int series, IEnumerable<(double X, double Y)> points)
    {
        var path = plot.Add("polyline", ("class", "line " + StyleOf(series)), ("points", string.Join(' ', points.Select(p => $"{Plot.Number(p.X)},{Plot.Number(p.Y)}"))));
        // Where colours come round again, as with ten folds, the dashes do not: each colour meets another one.
        var dashes = s_dashes[(series + (series / Count)) % Count];
        if (dashes.Length > 0) path.SetAttributeValue("stroke-dasharray", dashes);
    }

    /// <summary>Draws one mark.</summary>
    public static void Mark(Plot plot, int series, double x, double y, double size = 3.4)
    {
        var style = "mark " + StyleOf(series);
        if (series % Count == 0) plot.Add("circle", ("class", style), ("cx", Plot.Number(x)), ("cy", Plot.Number(y)), ("r", Plot.Number(size)));
        else plot.Add("path", ("class", style), ("d", Shape(series % Count, x, y, size * 1.15)));
    }

    /// <summary>Line and mark as the legend shows them.</summary>
    public static void Sample(Plot plot, int series, double x, double y)
    {
        Path(plot, series, [(x, y), (x + 24, y)]);
        Mark(plot, series, x + 12, y);
    }

    private static string Shape(int shape, double x, double y, double r)
    {
        string P(double dx, double dy) => $"{Plot.Number(x + (dx * r))} {Plot.Number(y + (dy * r))}";
        return shape switch
        {
            1 => $"M{P(-0.9, -0.9)}L{P(0.9, -0.9)}L{P(0.9, 0.9)}L{P(-0.9, 0.9)}Z",
            2 => $"M{P(0, -1.1)}L{P(1.05, 0.8)}L{P(-1.05, 0.8)}Z",
            3 => $"M{P(0, -1.3)}L{P(1.3, 0)}L{P(0, 1.3)}L{P(-1.3, 0)}Z",
            4 => $"M{P(0, 1.1)}L{P(1.05, -0.8)}L{P(-1.05, -0.8)}Z",
            _ => $"M{P(-1, -0.35)}L{P(1, -0.35)}L{P(1, 0.35)}L{P(-1, 0.35)}Z",
        };
    }
}
