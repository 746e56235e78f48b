using System.Xml.Linq;

namespace MoodDeck.Training.Reports.Plots;

/// <summary>One line of a plot.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Points">Its points from left to right; those that are no numbers are left out.</param>
/// <param name="Ringed">The place along the lying axis of a point to ring; null for none.</param>
/// <param name="RingedY">Its place along the upright axis, where several points share the first; null where none do.</param>
internal sealed record LineSeries(string Name, IReadOnlyList<(double X, double Y)> Points, double? Ringed = null, double? RingedY = null);

/// <summary>Draws lines over a common axis.</summary>
internal static class LinePlot
{
    private const int MostMarks = 16;
    private const double Height = 300;

    /// <summary>The plot of lines.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="description">The same in a sentence.</param>
    /// <param name="xName">Name of the lying axis.</param>
    /// <param name="yName">Name of the upright axis.</param>
    /// <param name="series">The lines.</param>
    /// <param name="wholeX">Whether only whole places make sense, such as epochs.</param>
    /// <param name="yRange">The range to show at least; null for that of the lines.</param>
    /// <param name="xRange">The same along the lying axis.</param>
    /// <param name="ringName">What the legend calls a ringed point.</param>
    public static XElement Draw(
        string title, string description, string xName, string yName, IReadOnlyList<LineSeries> series, bool wholeX = true, (double Low, double High)? yRange = null, (double Low, double High)? xRange = null, string ringName = "kept")
    {
        var drawn = series.Select(s => s with { Points = [.. s.Points.Where(p => double.IsFinite(p.X) && double.IsFinite(p.Y))] }).ToList();
        var points = drawn.SelectMany(s => s.Points).ToList();
        var legend = drawn.Count > 1 || drawn.Any(s => s.Ringed is not null);
        var (oneLine, top) = (Plot.LegendHeight([]), legend ? Plot.LegendHeight([.. drawn.Select(s => s.Name), ringName]) : 14);
        Plot plot = new(title, description, Height + Math.Max(0, top - oneLine), top: top); // a long legend takes nothing from the lines
        var x = plot.Lying(Range(points.Select(p => p.X), xRange, wholeX ? 10 : 5, wholeX), xName);
        var y = plot.Upright(Range(points.Select(p => p.Y), yRange, 5, false), yName);
        for (var i = 0; i < drawn.Count; i++)
        {
            Line(plot, i, [.. drawn[i].Points.Select(p => (x(p.X), y(p.Y)))]);
            foreach (var (px, py) in drawn[i].Points.Where(p => p.X == drawn[i].Ringed && p.Y == (drawn[i].RingedY ?? p.Y)).Take(1))
                plot.Add("circle", ("class", "ring"), ("cx", Plot.Number(x(px))), ("cy", Plot.Number(y(py))), ("r", "7"));
            if (!legend) continue;
            var one = i;
            plot.Legend(drawn[i].Name, (lx, ly) => Markers.Sample(plot, one, lx, ly));
        }

        if (drawn.Any(s => s.Ringed is not null))
            plot.Legend(ringName, (lx, ly) => plot.Add("circle", ("class", "ring"), ("cx", Plot.Number(lx + 15)), ("cy", Plot.Number(ly)), ("r", "7")));
        return plot.Svg;
    }

    private static Ticks Range(IEnumerable<double> values, (double Low, double High)? least, int wanted, bool whole)
    {
        var all = values.ToList();
        if (least is { } range) all.AddRange([range.Low, range.High]);
        return all.Count == 0 ? Ticks.Around(0, 1, wanted, whole) : Ticks.Around(all.Min(), all.Max(), wanted, whole);
    }

    private static void Line(Plot plot, int series, IReadOnlyList<(double X, double Y)> points)
    {
        if (points.Count > 1) Markers.Path(plot, series, points);
        // Many marks would hide the line they stand for; the offset keeps those of several lines apart.
        var every = Math.Max(1, (points.Count + MostMarks - 1) / MostMarks);
        for (var i = every > 1 ? series % every : 0; i < points.Count; i += every) Markers.Mark(plot, series, points[i].X, points[i].Y);
    }
}
