using System.Globalization;
using System.Xml.Linq;

namespace MoodDeck.Training.Reports.Plots;

/// <summary>
/// A drawing with axes as inline SVG. Lengths are in its own units, of which a page shows about one to a pixel; colours come
/// from the page's style, so that a dark page and a printed one have theirs.
/// </summary>
internal sealed class Plot
{
    /// <summary>Width of every plot.</summary>
    public const double Width = 560;

    /// <summary>About the width of a letter of the marks.</summary>
    public const double CharacterWidth = 6.7;

    private readonly XElement _svg;
    private double _legendX;
    private double _legendY = 14;

    /// <summary>A plot whose drawing area lies within margins.</summary>
    /// <param name="title">What it shows; read out instead of the drawing.</param>
    /// <param name="description">The same in a sentence, with what stands out.</param>
    /// <param name="height">Height of the whole.</param>
    /// <param name="left">Room for the marks of the upright axis.</param>
    /// <param name="top">Room for the legend.</param>
    /// <param name="bottom">Room for marks and name of the lying axis.</param>
    public Plot(string title, string description, double height = 300, double left = 62, double top = 34, double bottom = 46)
    {
        (Left, Top, Right, Bottom) = (left, top, Width - 22, height - bottom);
        _legendX = left;
        _svg = new XElement("svg", Attributes(("viewBox", FormattableString.Invariant($"0 0 {Width} {height}")), ("role", "img"), ("aria-label", $"{title}. {description}")),
            new XElement("title", title), new XElement("desc", description));
    }

    /// <summary>Left edge of the drawing area.</summary>
    public double Left { get; }

    /// <summary>Upper edge.</summary>
    public double Top { get; }

    /// <summary>Right edge.</summary>
    public double Right { get; }

    /// <summary>Lower edge.</summary>
    public double Bottom { get; }

    /// <summary>The finished drawing.</summary>
    public XElement Svg => _svg;

    /// <summary>Draws the upright axis with lines across and returns where its values lie.</summary>
    public Func<double, double> Upright(Ticks ticks, string name, double? top = null, double? bottom = null)
    {
        var (high, low) = (top ?? Top, bottom ?? Bottom);
        double At(double value) => low - ((value - ticks.Low) / (ticks.High - ticks.Low) * (low - high));
        foreach (var value in ticks.Values)
        {
            Line("grid", Left, At(value), Right, At(value));
            Text(ticks.Text(value), Left - 7, At(value) + 4, "end");
        }

        var (x, y) = (14.0, (high + low) / 2);
        Add("text", ("class", "name"), ("transform", FormattableString.Invariant($"translate({x:0.#} {y:0.#}) rotate(-90)")), ("text-anchor", "middle")).Value = name;
        return At;
    }

    /// <summary>Draws the lying axis and returns where its values lie.</summary>
    public Func<double, double> Lying(Ticks ticks, string name, bool withGrid = false) =>
        Lying(ticks.Values.Select(v => (v, ticks.Text(v))), v => (v - ticks.Low) / (ticks.High - ticks.Low), name, withGrid);

    /// <summary>The same with equal lengths for equal ratios.</summary>
    public Func<double, double> Lying(LogTicks ticks, string name, bool withGrid = false) =>
        Lying(ticks.Values.Select(v => (v, SiNumber.Of(v))), v => Math.Log(v / ticks.Low) / Math.Log(ticks.High / ticks.Low), name, withGrid);

    private Func<double, double> Lying(IEnumerable<(double Value, string Text)> marks, Func<double, double> shareOf, string name, bool withGrid)
    {
        double At(double value) => Left + (shareOf(value) * (Right - Left));
        foreach (var (value, text) in marks)
        {
            if (withGrid) Line("grid", At(value), Top, At(value), Bottom);
            Line("axis", At(value), Bottom, At(value), Bottom + 4);
            Text(text, At(value), Bottom + 18, "middle");
        }

        Line("axis", Left, Bottom, Right, Bottom);
        Text(name, (Left + Right) / 2, Bottom + 38, "middle", "name");
        return At;
    }

    /// <summary>Adds an entry to the legend, drawn by what stands for it at a place.</summary>
    public void Legend(string name, Action<double, double> draw)
    {
        var width = 34 + (name.Length * CharacterWidth);
        if (_legendX > Left && _legendX + width > Width) (_legendX, _legendY) = (Left, _legendY + 17);
        draw(_legendX, _legendY - 4);
        Text(name, _legendX + 29, _legendY, "start");
        _legendX += width + 12;
    }

    /// <summary>Room a legend of these names needs above the drawing.</summary>
    public static double LegendHeight(IEnumerable<string> names, double left = 62)
    {
        var (x, lines) = (left, 1);
        foreach (var name in names)
        {
            var width = 34 + (name.Length * CharacterWidth);
            if (x > left && x + width > Width) (x, lines) = (left, lines + 1);
            x += width + 12;
        }

        return 17 + (17 * lines);
    }

    /// <summary>A straight line of a style.</summary>
    public void Line(string style, double x1, double y1, double x2, double y2) =>
        Add("line", ("class", style), ("x1", Number(x1)), ("y1", Number(y1)), ("x2", Number(x2)), ("y2", Number(y2)));

    /// <summary>A rectangle of a style.</summary>
    public XElement Box(string style, double x, double y, double width, double height) =>
        Add("rect", ("class", style), ("x", Number(x)), ("y", Number(y)), ("width", Number(Math.Max(0, width))), ("height", Number(Math.Max(0, height))));

    /// <summary>A line of text.</summary>
    public void Text(string text, double x, double y, string anchor, string? style = null)
    {
        var element = Add("text", ("x", Number(x)), ("y", Number(y)), ("text-anchor", anchor));
        if (style is not null) element.SetAttributeValue("class", style);
        element.Value = text;
    }

    /// <summary>Adds any element.</summary>
    public XElement Add(string name, params (string Name, string Value)[] attributes)
    {
        XElement element = new(name, Attributes(attributes));
        _svg.Add(element);
        return element;
    }

    /// <summary>A length as SVG writes it.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static IEnumerable<XAttribute> Attributes(params (string Name, string Value)[] attributes) => attributes.Select(a => new XAttribute(a.Name, a.Value));
}
