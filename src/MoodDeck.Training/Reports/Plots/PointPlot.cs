using System.Xml.Linq;

namespace MoodDeck.Training.Reports.Plots;

/// <summary>One point of a plot.</summary>
/// <param name="Name">What it is called beside its mark.</param>
/// <param name="X">Its place along the lying axis, above 0.</param>
/// <param name="Y">Its place along the upright axis.</param>
/// <param name="Low">Lower end of the interval around <paramref name="Y"/>.</param>
/// <param name="High">Its upper end.</param>
internal sealed record NamedPoint(string Name, double X, double Y, double Low, double High);

/// <summary>Draws named points with their intervals over an axis of equal ratios.</summary>
internal static class PointPlot
{
    private const double TextHeight = 13;
    private const double BoldWidth = Plot.CharacterWidth * 1.12;
    private const double MarkRadius = 5;

    /// <summary>The plot.</summary>
    public static XElement Draw(string title, string description, string xName, string yName, IReadOnlyList<NamedPoint> points)
    {
        Plot plot = new(title, description, 320, top: 16);
        var x = plot.Lying(LogTicks.Around(points.Min(p => p.X), points.Max(p => p.X)), xName, withGrid: true);
        var y = plot.Upright(Ticks.Around(points.Min(p => p.Low), points.Max(p => p.High)), yName);
        var drawn = points.Select(p => (p.Name, X: x(p.X), Y: y(p.Y), Low: y(p.Low), High: y(p.High))).ToList();
        foreach (var p in drawn)
        {
            plot.Line("whisker", p.X, p.Low, p.X, p.High);
            foreach (var end in (double[])[p.Low, p.High]) plot.Line("whisker", p.X - 4, end, p.X + 4, end);
        }

        var taken = drawn.Select(p => new Box(p.X - MarkRadius, Math.Min(p.High, p.Y - MarkRadius), p.X + MarkRadius, Math.Max(p.Low, p.Y + MarkRadius))).ToList();
        foreach (var (i, p) in drawn.Index()) Markers.Mark(plot, i, p.X, p.Y, MarkRadius);
        foreach (var p in drawn)
        {
            // Right of the mark where nothing is in the way, else left of it, else at an end of its interval.
            (double X, double Y, string Anchor)[] places =
                [(p.X + 11, p.Y + 4, "start"), (p.X - 11, p.Y + 4, "end"), (p.X, Math.Min(p.High, p.Y) - 8, "middle"), (p.X, Math.Max(p.Low, p.Y) + 17, "middle"), (p.X + 7, p.High + 4, "start"), (p.X - 7, p.High + 4, "end")];
            var place = places.MinBy(q => Trouble(plot, Box.OfText(p.Name, q.X, q.Y, q.Anchor), taken));
            taken.Add(Box.OfText(p.Name, place.X, place.Y, place.Anchor));
            plot.Text(p.Name, place.X, place.Y, place.Anchor, "strong");
        }

        return plot.Svg;
    }

    private static double Trouble(Plot plot, Box box, IEnumerable<Box> taken) =>
        taken.Sum(box.SharedWith) + box.Area - box.SharedWith(new(plot.Left, 0, Plot.Width, plot.Bottom));

    private readonly record struct Box(double Left, double Top, double Right, double Bottom)
    {
        public double Area => Math.Max(0, Right - Left) * Math.Max(0, Bottom - Top);

        public static Box OfText(string text, double x, double y, string anchor)
        {
            var (width, top) = (text.Length * BoldWidth, y - TextHeight + 3);
            var left = anchor switch { "start" => x, "end" => x - width, _ => x - (width / 2) };
            return new(left, top, left + width, top + TextHeight);
        }

        public double SharedWith(Box other) => new Box(Math.Max(Left, other.Left), Math.Max(Top, other.Top), Math.Min(Right, other.Right), Math.Min(Bottom, other.Bottom)).Area;
    }
}
