using System.Globalization;
using System.Text;
using System.Xml.Linq;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Cli.Analyze.Charts;

/// <summary>Draws a chart as SVG.</summary>
internal sealed class SvgCanvas : IChartCanvas
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";
    private readonly XElement _root;

    /// <summary>A white ground of that size.</summary>
    public SvgCanvas(double width, double height, string title)
    {
        _root = new(
            s_svg + "svg", new XAttribute("viewBox", $"0 0 {Text(width)} {Text(height)}"), new XAttribute("width", Text(width)), new XAttribute("height", Text(height)),
            new XAttribute("role", "img"), new XElement(s_svg + "title", title));
        Rectangle(0, 0, width, height, Rgb.White);
    }

    /// <inheritdoc/>
    public void Rectangle(double x, double y, double width, double height, Rgb colour) => _root.Add(new XElement(
        s_svg + "rect", new XAttribute("x", Text(x)), new XAttribute("y", Text(y)), new XAttribute("width", Text(width)), new XAttribute("height", Text(height)),
        new XAttribute("fill", Hex(colour))));

    /// <inheritdoc/>
    public void Line(IReadOnlyList<(double X, double Y)> points, double width, Rgb colour) => _root.Add(new XElement(
        s_svg + "polyline", new XAttribute("points", string.Join(' ', points.Select(p => $"{Text(p.X)},{Text(p.Y)}"))), new XAttribute("fill", "none"),
        new XAttribute("stroke", Hex(colour)), new XAttribute("stroke-width", Text(width)), new XAttribute("stroke-linejoin", "round")));

    /// <inheritdoc/>
    public void Text(double x, double y, string text, Rgb colour, TextAnchor anchor) => _root.Add(new XElement(
        s_svg + "text", new XAttribute("x", Text(x)), new XAttribute("y", Text(y)), new XAttribute("fill", Hex(colour)), new XAttribute("dominant-baseline", "central"),
        new XAttribute("text-anchor", anchor switch { TextAnchor.Left => "start", TextAnchor.Middle => "middle", _ => "end" }),
        new XAttribute("font-family", "system-ui, sans-serif"), new XAttribute("font-size", "12"), text));

    /// <inheritdoc/>
    public byte[] Finish() => Encoding.UTF8.GetBytes(_root + "\n");

    /// <inheritdoc/>
    public void Dispose() { }

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Hex(Rgb c) => string.Create(CultureInfo.InvariantCulture, $"#{c.R:x2}{c.G:x2}{c.B:x2}");
}
