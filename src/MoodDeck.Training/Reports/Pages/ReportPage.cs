using System.Globalization;
using System.Xml.Linq;

namespace MoodDeck.Training.Reports.Pages;

/// <summary>A report as one HTML page that needs nothing else: no scripts, no files, no network.</summary>
internal static class ReportPage
{
    // Holds the page to its promise even where a later change forgets it.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    /// <summary>The whole page.</summary>
    public static string Of(RunReport report)
    {
        FigureNumbers figures = new();
        List<XElement> sections = [.. Sections(report, figures).OfType<XElement>()];
        return Of(report.Title, PageStyle.Css, Head(report), Contents(sections), new XElement("main", sections));
    }

    /// <summary>A page of any content in the same style.</summary>
    public static string Of(string title, string style, params object?[] body) => Html.Write(new XElement("html", new XAttribute("lang", "en"),
        new XElement("head",
            new XElement("meta", new XAttribute("charset", "utf-8")),
            new XElement("meta", new XAttribute("http-equiv", "Content-Security-Policy"), new XAttribute("content", Policy)),
            new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
            new XElement("title", Html.Short(title, 120)),
            new XElement("style", style)),
        new XElement("body", body)));

    private static XElement Head(RunReport report) => new("header",
        new XElement("h1", Html.Short(report.Title, 120)),
        report.Summary.Length > 0 ? Html.Paragraph(report.Summary, "lead") : null,
        Html.Paragraph($"Written by MoodDeck {Version} on {report.CreatedAt.ToUniversalTime().ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)} UTC. The same content stands in the JSON file beside this page.", "by"));

    private static string Version => typeof(ReportPage).Assembly.GetName().Version?.ToString(3) ?? "";

    private static XElement Contents(IEnumerable<XElement> sections) => new("nav", new XAttribute("aria-label", "Contents"),
        new XElement("h2", "Contents"),
        new XElement("ol", sections.Select(s => new XElement("li", new XElement("a", new XAttribute("href", "#" + s.Attribute("id")!.Value), s.Element("h2")!.Value)))));

    private static IEnumerable<XElement?> Sections(RunReport report, FigureNumbers figures)
    {
        yield return OverviewSection.Of(report);
        yield return SettingsSection(report.Settings);
        yield return report.Data is { } data ? DataSection.Of(data, figures) : null;
        yield return report.Curves.Count > 0 ? TrainingSection.Of(report, figures) : null;
        for (var i = 0; i < report.Evaluations.Count; i++) yield return EvaluationSection.Of(report.Evaluations[i], i + 1, figures);
        yield return report.Detection is { } detection ? DetectionSection.Of(detection, figures) : null;
        yield return MethodSection.Of(report);
    }

    private static XElement? SettingsSection(IReadOnlyList<ReportSetting> settings) => settings.Count == 0 ? null : Html.Section(
        "settings", "Settings", Html.Table("Everything the result depends on", ["setting", "value"], settings.Select(s => (string[])[Html.Short(s.Name), Html.Short(s.Value, 400)]), 2));
}
