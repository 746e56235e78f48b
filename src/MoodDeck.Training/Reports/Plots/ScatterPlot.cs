using System.Xml.Linq;

namespace MoodDeck.Training.Reports.Plots;

/// <summary>Draws answers over truths.</summary>
internal static class ScatterPlot
{
    /// <summary>The plot; both axes show the same range.</summary>
    public static XElement Draw(string title, string description, string dimension, IReadOnlyList<RegressionPoint> points)
    {
        var known = points.Where(p => double.IsFinite(p.Truth) && double.IsFinite(p.Answer)).ToList();
        var values = known.SelectMany(p => new[] { p.Truth, p.Answer }).DefaultIfEmpty(0).ToList();
        var ticks = Ticks.Around(Math.Min(-1, values.Min()), Math.Max(1, values.Max()), 4);
        Plot plot = new(title, description, 420);
        var x = plot.Lying(ticks, $"true {dimension}", withGrid: true);
        var y = plot.Upright(ticks, $"answered {dimension}");
        foreach (var p in known) plot.Add("circle", ("class", "dot s0"), ("cx", Plot.Number(x(p.Truth))), ("cy", Plot.Number(y(p.Answer))), ("r", "2.6"));
        plot.Line("ideal", x(ticks.Low), y(ticks.Low), x(ticks.High), y(ticks.High));
        plot.Legend("answer of one row", (lx, ly) => plot.Add("circle", ("class", "dot s0"), ("cx", Plot.Number(lx + 12)), ("cy", Plot.Number(ly)), ("r", "2.6")));
        plot.Legend("answer = truth", (lx, ly) => plot.Line("ideal", lx, ly, lx + 24, ly));
        return plot.Svg;
    }
}
