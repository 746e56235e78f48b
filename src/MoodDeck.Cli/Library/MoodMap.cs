using System.Xml.Linq;
using MoodDeck.Library.Groups;
using MoodDeck.Server.Contracts;
using MoodDeck.Training.Reports.Plots;

namespace MoodDeck.Cli.Library;

/// <summary>Draws mood groups on the plane of valence and arousal.</summary>
internal static class MoodMap
{
    /// <summary>Marks this drawing has beside those of every plot.</summary>
    public const string Style =
        """

        svg .area{fill-opacity:.07;stroke-width:1.5}
        svg .area.far{stroke-dasharray:5 3}
        svg .speck{stroke:none;fill-opacity:.5}
        svg .plate{paint-order:stroke;stroke:var(--page);stroke-width:4px;stroke-linejoin:round;font-weight:600}
        """;

    // More would make a page of many megabytes and one dark field.
    private const int MostDots = 4000;

    // Six colours; the seventh group has the first again, with a dashed rim.
    private const int Colours = 6;

    // 1.5 standard deviations hold 68 % of a Gaussian on the plane.
    private const double Deviations = 1.5;

    /// <summary>How many tracks are drawn.</summary>
    public static int Draws(GroupedLibrary library) => (library.Moods.Known + Step(library) - 1) / Step(library);

    /// <summary>The drawing.</summary>
    public static XElement Draw(GroupedLibrary library, MoodGroupsAnswer answer)
    {
        Plot plot = new("Where the tracks lie", $"{answer.Groups.Count} groups on the plane of valence and arousal.", 538, top: 16);
        var ticks = Ticks.Around(-1, 1, 4);
        var x = plot.Lying(ticks, "valence", withGrid: true);
        var y = plot.Upright(ticks, "arousal");
        var (step, seen) = (Step(library), 0);
        for (var row = 0; row < library.Index.Count; row++)
        {
            var group = library.Moods.GroupOfRow[row];
            if (group == 0 || seen++ % step != 0) continue;
            var mean = library.Index.MoodOf(row).Mean;
            plot.Add("circle", ("class", $"speck s{(group - 1) % Colours}"), ("cx", Plot.Number(x(mean.Valence))), ("cy", Plot.Number(y(mean.Arousal))), ("r", "1.8"));
        }

        foreach (var group in answer.Groups) Ellipse(plot, group, x, y);
        foreach (var group in answer.Groups) plot.Text($"{group.Number} {group.Name}", x(group.Centre.Valence), y(group.Centre.Arousal) + 4, "middle", "plate");
        return plot.Svg;
    }

    private static int Step(GroupedLibrary library) => Math.Max(1, (library.Moods.Known + MostDots - 1) / MostDots);

    // The axes of the ellipse are the eigenvectors of the covariance of the plane.
    private static void Ellipse(Plot plot, MoodGroupAnswer group, Func<double, double> x, Func<double, double> y)
    {
        var (v, a) = (group.Spread.Valence * group.Spread.Valence, group.Spread.Arousal * group.Spread.Arousal);
        var va = group.Spread.Correlation * group.Spread.Valence * group.Spread.Arousal;
        var (middle, half) = ((v + a) / 2, Math.Sqrt(((v - a) * (v - a) / 4) + (va * va)));
        var degrees = 0.5 * Math.Atan2(2 * va, v - a) * 180 / Math.PI;
        var (across, up) = (x(1) - x(0), y(0) - y(1));
        var area = plot.Add("ellipse", ("class", $"area s{(group.Number - 1) % Colours}{(group.Number > Colours ? " far" : "")}"), ("rx", Plot.Number(Deviations * Math.Sqrt(middle + half) * across)), ("ry", Plot.Number(Deviations * Math.Sqrt(Math.Max(0, middle - half)) * up)));
        area.SetAttributeValue("transform", FormattableString.Invariant($"translate({x(group.Centre.Valence):0.##} {y(group.Centre.Arousal):0.##}) rotate({-degrees:0.#})"));
    }
}
