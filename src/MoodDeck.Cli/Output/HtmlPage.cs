using System.Net;
using System.Text;

namespace MoodDeck.Cli.Output;

/// <summary>A cell of a table.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Shade">How strongly it is coloured, 0 to 1.</param>
internal readonly record struct HtmlCell(string Text, double Shade = 0)
{
    public static implicit operator HtmlCell(string text) => new(text);
}

/// <summary>A report as one HTML file that needs nothing else.</summary>
internal sealed class HtmlPage
{
    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}"
        + "table{border-collapse:collapse;margin:1rem 0}th,td{padding:.3rem .6rem;text-align:right;border:1px solid #ddd}"
        + "th:first-child{text-align:left}svg{width:100%;height:12rem;border:1px solid #ddd}";

    private readonly StringBuilder _html = new();

    /// <summary>A page with its title.</summary>
    public HtmlPage(string title) => _html
        .Append("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>").Append(Encoded(title))
        .Append("</title><style>").Append(Style).Append("</style><h1>").Append(Encoded(title)).Append("</h1>");

    /// <summary>Adds a heading.</summary>
    public HtmlPage Heading(string text) => Add("<h2>", text, "</h2>");

    /// <summary>Adds a paragraph.</summary>
    public HtmlPage Paragraph(string text) => Add("<p>", text, "</p>");

    /// <summary>Adds a table; the first cell of a row is its heading.</summary>
    public HtmlPage Table(IEnumerable<string> columns, IEnumerable<IReadOnlyList<HtmlCell>> rows)
    {
        _html.Append("<table><tr>");
        foreach (var column in columns) Add("<th>", column, "");
        foreach (var row in rows)
        {
            _html.Append("</tr><tr>");
            for (var i = 0; i < row.Count; i++) Add(i == 0 ? "<th>" : Opening(row[i]), row[i].Text, "");
        }

        _html.Append("</tr></table>");
        return this;
    }

    /// <summary>Adds a curve of values at equal distances, fitted into its frame.</summary>
    public HtmlPage Curve(IReadOnlyList<double> values)
    {
        if (values.Count < 2) return this;
        double low = values.Min(), range = Math.Max(values.Max() - low, 1e-9);
        var points = values.Select((v, i) => FormattableString.Invariant($"{1000.0 * i / (values.Count - 1):0.#},{190 - (180 * (v - low) / range):0.#}"));
        _html.Append("<svg viewBox=\"0 0 1000 200\" preserveAspectRatio=\"none\"><polyline fill=\"none\" stroke=\"#c60\" stroke-width=\"3\" points=\"")
            .AppendJoin(' ', points).Append("\"/></svg>");
        return this;
    }

    /// <summary>Writes the file.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Save(string path) => File.WriteAllText(path, _html + "</html>\n");

    private static string Opening(HtmlCell cell) =>
        cell.Shade > 0 ? FormattableString.Invariant($"<td style=\"background:rgba(230,140,40,{cell.Shade:0.00})\">") : "<td>";

    private HtmlPage Add(string before, string text, string after)
    {
        _html.Append(before).Append(Encoded(text)).Append(after);
        return this;
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
