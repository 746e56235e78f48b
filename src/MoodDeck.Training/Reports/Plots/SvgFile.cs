using System.Globalization;
using System.Xml.Linq;

namespace MoodDeck.Training.Reports.Plots;

/// <summary>A plot as a file of its own, with the colours a page would give it and a ground it can be read on anywhere.</summary>
internal static class SvgFile
{
    private const double Enlargement = 1.3;

    // A viewer that knows no variables still draws black on white.
    private const string Ground = ".ground{fill:var(--page)}";

    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    /// <summary>The document's text.</summary>
    /// <param name="plot">What <see cref="Plot.Svg"/> gave.</param>
    public static string Of(XElement plot)
    {
        var size = plot.Attribute("viewBox")!.Value.Split(' ').Skip(2).Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        var root = Named(plot);
        root.Add(new XAttribute("width", Plot.Number(size[0] * Enlargement)), new XAttribute("height", Plot.Number(size[1] * Enlargement)));
        root.Elements().First(e => e.Name.LocalName == "desc").AddAfterSelf(
            new XElement(s_svg + "style", $"\n{PlotStyle.Colours}\n{PlotStyle.Marks}\n{Ground}\n"),
            new XElement(s_svg + "rect", new XAttribute("class", "ground"), new XAttribute("width", "100%"), new XAttribute("height", "100%"), new XAttribute("fill", "#fff")));
        return root + "\n";
    }

    private static XElement Named(XElement element) =>
        new(s_svg + element.Name.LocalName, element.Attributes(), element.Nodes().Select(n => n is XElement child ? Named(child) : n));
}
