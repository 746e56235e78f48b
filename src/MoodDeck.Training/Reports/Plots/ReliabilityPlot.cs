using System.Xml.Linq;
using MoodDeck.Training.Metrics;

namespace MoodDeck.Training.Reports.Plots;

/// <summary>A reliability diagram: what share was right where the model was so sure, and how many rows that was.</summary>
internal static class ReliabilityPlot
{
    private const double Height = 400;
    private const double CurveBottom = 258;
    private const double CountsTop = 284;

    /// <summary>The diagram.</summary>
    public static XElement Draw(string title, string description, IReadOnlyList<ReliabilityBin> bins)
    {
        Plot plot = new(title, description, Height);
        var share = plot.Upright(Ticks.Around(0, 1), "share right", bottom: CurveBottom);
        var most = Math.Max(1, bins.Max(b => b.Count));
        var count = plot.Upright(Ticks.Around(0, most, 2, whole: true), "rows", top: CountsTop);
        var x = plot.Lying(Ticks.Around(0, 1), "top probability");
        plot.Line("axis", plot.Left, CurveBottom, plot.Right, CurveBottom);
        foreach (var bin in bins.Where(b => b.Count > 0))
        {
            plot.Box("bar s0", x(bin.Low) + 1, share(bin.ShareRight), x(bin.High) - x(bin.Low) - 2, CurveBottom - share(bin.ShareRight));
            plot.Box("bar s0", x(bin.Low) + 1, count(bin.Count), x(bin.High) - x(bin.Low) - 2, plot.Bottom - count(bin.Count));
        }

        plot.Line("ideal", x(0), share(0), x(1), share(1));
        foreach (var bin in bins.Where(b => b.Count > 0))
        {
            var (low, high) = bin.Interval;
            plot.Line("whisker", x(bin.MeanConfidence), share(low), x(bin.MeanConfidence), share(high));
            Markers.Mark(plot, 1, x(bin.MeanConfidence), share(bin.ShareRight));
        }

        plot.Legend("share right, 95 % interval", (lx, ly) =>
        {
            plot.Line("whisker", lx + 12, ly - 7, lx + 12, ly + 7);
            Markers.Mark(plot, 1, lx + 12, ly);
        });
        plot.Legend("as sure as right", (lx, ly) => plot.Line("ideal", lx, ly, lx + 24, ly));
        return plot.Svg;
    }
}
