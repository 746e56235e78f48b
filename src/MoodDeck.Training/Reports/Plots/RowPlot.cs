using System.Xml.Linq;

namespace MoodDeck.Training.Reports.Plots;

/// <summary>Values of named rows, one or several a row.</summary>
/// <param name="Name">What the legend calls the series.</param>
/// <param name="Values">One value per row.</param>
internal sealed record RowSeries(string Name, IReadOnlyList<double> Values);

/// <summary>Draws rows of bars, or of marks on a common scale (Cleveland 1985).</summary>
internal static class RowPlot
{
    private const double BarHeight = 11;

    /// <summary>Bars, the series of a row below each other.</summary>
    public static XElement Bars(string title, string description, string xName, IReadOnlyList<string> rows, IReadOnlyList<RowSeries> series)
    {
        var rowHeight = (BarHeight * series.Count) + 11;
        var (plot, x) = Frame(title, description, xName, rows, series, rowHeight, Ticks.Around(0, Math.Max(1, series.SelectMany(s => s.Values).DefaultIfEmpty(1).Max()), 5, whole: true));
        for (var i = 0; i < series.Count; i++)
        {
            var style = $"bar {Markers.StyleOf(i)}";
            if (series.Count > 1) plot.Legend(series[i].Name, (lx, ly) => plot.Box(style, lx, ly - 5, 24, 10));
            for (var r = 0; r < rows.Count; r++)
                plot.Box(style, plot.Left, plot.Top + (r * rowHeight) + 5.5 + (i * BarHeight), x(series[i].Values[r]) - plot.Left, BarHeight - 1.5);
        }

        return plot.Svg;
    }

    /// <summary>Marks from 0 to 1, those of a row on one line.</summary>
    public static XElement Marks(string title, string description, string xName, IReadOnlyList<string> rows, IReadOnlyList<RowSeries> series)
    {
        const double rowHeight = 30;
        var (plot, x) = Frame(title, description, xName, rows, series, rowHeight, Ticks.Around(0, 1));
        for (var r = 0; r < rows.Count; r++) plot.Line("grid", plot.Left, Middle(r), plot.Right, Middle(r));
        for (var i = 0; i < series.Count; i++)
        {
            var one = i;
            plot.Legend(series[i].Name, (lx, ly) => Markers.Mark(plot, one, lx + 16, ly, 4.4));
            for (var r = 0; r < rows.Count; r++) Markers.Mark(plot, i, x(series[i].Values[r]), Middle(r) + Apart(i), 4.2);
        }

        return plot.Svg;

        // Values are often nearly the same: each series keeps a height of its own.
        double Apart(int one) => (one - ((series.Count - 1) / 2.0)) * 6;

        double Middle(int row) => plot.Top + ((row + 0.5) * rowHeight);
    }

    private static (Plot Plot, Func<double, double> X) Frame(
        string title, string description, string xName, IReadOnlyList<string> rows, IReadOnlyList<RowSeries> series, double rowHeight, Ticks ticks)
    {
        var left = Math.Min(200, 22 + (rows.Max(n => n.Length) * 6.8));
        var top = series.Count > 1 ? Plot.LegendHeight(series.Select(s => s.Name), left) : 12;
        Plot plot = new(title, description, top + (rowHeight * rows.Count) + 46, left, top);
        var x = plot.Lying(ticks, xName, withGrid: true);
        for (var r = 0; r < rows.Count; r++) plot.Text(rows[r], left - 8, top + ((r + 0.5) * rowHeight) + 4, "end");
        return (plot, x);
    }
}
