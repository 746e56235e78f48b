using System.Xml.Linq;

namespace MoodDeck.Training.Reports.Plots;

/// <summary>A confusion matrix: each cell shaded and labelled by its share of the row, with its count.</summary>
internal static class ConfusionPlot
{
    /// <summary>The matrix of counts <c>[truth][answer]</c>.</summary>
    public static XElement Draw(string title, string description, IReadOnlyList<string> names, int[][] counts)
    {
        var longest = names.Max(n => n.Length);
        var (left, head) = (Math.Min(190, 44 + (longest * 6.8)), Math.Min(150, 34 + (longest * 5)));
        var side = (Plot.Width - left - 22) / names.Count;
        var cell = Math.Clamp(side, 30, 46);
        Plot plot = new(title, description, head + (cell * names.Count) + 12, left, head, 12);
        plot.Text("answered", (plot.Left + plot.Right) / 2, 12, "middle", "name");
        plot.Add("text", ("class", "name"), ("transform", FormattableString.Invariant($"translate(14 {Plot.Number((plot.Top + plot.Bottom) / 2)}) rotate(-90)")), ("text-anchor", "middle")).Value = "truth";
        for (var i = 0; i < names.Count; i++)
        {
            plot.Text(names[i], left - 8, head + ((i + 0.5) * cell) + 4, "end");
            plot.Add("text", ("transform", FormattableString.Invariant($"translate({Plot.Number(left + ((i + 0.5) * side) + 2)} {Plot.Number(head - 8)}) rotate(-35)"))).Value = names[i];
            var row = Math.Max(1, counts[i].Sum());
            for (var j = 0; j < names.Count; j++) Cell(plot, left + (j * side), head + (i * cell), side, cell, counts[i][j], (double)counts[i][j] / row);
        }

        return plot.Svg;
    }

    private static void Cell(Plot plot, double x, double y, double width, double height, int count, double share)
    {
        plot.Box("cell", x, y, width, height);
        if (count > 0) plot.Box("heat", x, y, width, height).SetAttributeValue("fill-opacity", Plot.Number(0.06 + (0.64 * share)));
        var (cx, cy) = (x + (width / 2), y + (height / 2));
        if (count == 0)
        {
            plot.Text("0", cx, cy + 4, "middle", "faint");
            return;
        }

        plot.Text(FormattableString.Invariant($"{share * 100:0} %"), cx, cy, "middle", "strong");
        plot.Text(FormattableString.Invariant($"{count:#,0}"), cx, cy + 13, "middle", "small");
    }
}
