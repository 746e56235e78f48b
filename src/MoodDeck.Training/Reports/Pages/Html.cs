using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace MoodDeck.Training.Reports.Pages;

/// <summary>
/// Elements of a page. They are built as a tree and written out by the framework, so that no name from the data can become
/// markup.
/// </summary>
internal static class Html
{
    /// <summary>Characters of a file name before its middle is left out.</summary>
    public const int LongestName = 72;

    /// <summary>Characters of a class name before its middle is left out.</summary>
    public const int LongestClass = 18;

    /// <summary>Rows of a list before the rest is only counted.</summary>
    public const int LongestList = 50;

    private static readonly HashSet<string> s_void = ["meta", "img", "br"];

    /// <summary>A paragraph.</summary>
    public static XElement Paragraph(string text, string? style = null) => new("p", style is null ? null : new XAttribute("class", style), text);

    /// <summary>A part of the page with its heading, which the contents list can point to.</summary>
    public static XElement Section(string id, string heading, params object?[] content) =>
        new("section", new XAttribute("id", id), new XElement("h2", heading), content);

    /// <summary>A table; it scrolls by itself where the page is narrow.</summary>
    /// <param name="caption">What it holds.</param>
    /// <param name="columns">Heads of the columns.</param>
    /// <param name="rows">Cells, row by row.</param>
    /// <param name="textColumns">How many columns hold words, the first of them naming the row; the others hold numbers.</param>
    public static XElement Table(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows, int textColumns = 1) => new(
        "div", new XAttribute("class", "scroll"), new XAttribute("tabindex", "0"), new XAttribute("role", "group"), new XAttribute("aria-label", caption),
        new XElement("table", new XElement("caption", caption),
            new XElement("thead", new XElement("tr", columns.Select((c, i) => new XElement("th", new XAttribute("scope", "col"), Style(i, textColumns), c)))),
            new XElement("tbody", rows.Select(row => new XElement("tr", row.Select((cell, i) => i == 0
                ? new XElement("th", new XAttribute("scope", "row"), Style(i, textColumns), cell)
                : new XElement("td", Style(i, textColumns), cell)))))));

    /// <summary>Content that is folded away on the screen and printed in full.</summary>
    public static XElement Folded(string summary, params object?[] content) => new("details", new XElement("summary", summary), content);

    /// <summary>A picture of the data.</summary>
    public static XElement Picture(ReportPicture picture, string alternative) => new(
        "img", new XAttribute("src", picture.ToDataUri()), new XAttribute("alt", alternative), new XAttribute("width", picture.Width), new XAttribute("height", picture.Height));

    /// <summary>A share or another figure around 1, with three decimals; a dash for none.</summary>
    public static string Figure(double? value) => value is { } v && double.IsFinite(v) ? v.ToString("0.000", CultureInfo.InvariantCulture) : "–";

    /// <summary>A whole number, its thousands apart.</summary>
    public static string Whole(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>An interval.</summary>
    public static string Interval(double low, double high) => $"{Figure(low)} to {Figure(high)}";

    /// <summary>A name of bearable length: its middle gives way, since beginning and ending tell most.</summary>
    public static string Short(string text, int most = LongestName) =>
        text.Length <= most ? text : string.Concat(text.AsSpan(0, most / 2), "…", text.AsSpan(text.Length - ((most - 1) / 2)));

    /// <summary>Text as a sentence begins.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The page as text: HTML that is also well-formed XML.</summary>
    public static string Write(XElement html)
    {
        foreach (var element in html.DescendantsAndSelf())
        {
            foreach (var attribute in element.Attributes()) attribute.Value = Clean(attribute.Value);
            foreach (var text in element.Nodes().OfType<XText>()) text.Value = Clean(text.Value);
            // HTML knows no <div/>: it would take it for an opening tag.
            if (element.IsEmpty && !s_void.Contains(element.Name.LocalName)) element.Value = "";
        }

        return "<!DOCTYPE html>\n" + html.ToString(SaveOptions.DisableFormatting) + "\n";
    }

    // What neither XML nor a reader can use: control characters, halves of a character, marks that turn the reading direction.
    private static string Clean(string text)
    {
        StringBuilder clean = new(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var odd = rune.Value is < ' ' and not '\n' or (>= 0x7F and < 0xA0) or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFFFE or 0xFFFF;
            clean.Append(odd ? "\uFFFD" : rune.ToString());
        }

        return clean.ToString();
    }

    private static XAttribute? Style(int column, int textColumns) => column < textColumns ? null : new XAttribute("class", "number");
}
