using System.Text;
using MoodDeck.Training.Reports.Pages;

namespace MoodDeck.Training.Reports;

/// <summary>Where a report was written.</summary>
/// <param name="HtmlPath">The page.</param>
/// <param name="JsonPath">The same content as JSON.</param>
public sealed record ReportFiles(string HtmlPath, string JsonPath)
{
    /// <summary>The files that belong to a name: <c>x.html</c> and <c>x.json</c> for <c>x.html</c>, <c>x.json</c> or <c>x</c>.</summary>
    public static ReportFiles Of(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var extension = Path.GetExtension(path);
        var isPage = extension.Equals(".html", StringComparison.OrdinalIgnoreCase) || extension.Equals(".htm", StringComparison.OrdinalIgnoreCase);
        var isJson = extension.Equals(".json", StringComparison.OrdinalIgnoreCase);
        var stem = isPage || isJson ? path[..^extension.Length] : path;
        return new(isPage ? path : stem + ".html", stem + ".json");
    }

    /// <summary>Writes a report as one page that needs nothing else, and as JSON beside it. A failure leaves what was there.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">The page; its folder is made where it is missing.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static ReportFiles Save(RunReport report, string path)
    {
        ArgumentNullException.ThrowIfNull(report);
        var files = Of(path);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(files.HtmlPath))!);
        // Both are complete before either replaces what was there.
        var (page, json) = (Unfinished(files.HtmlPath), Unfinished(files.JsonPath));
        try
        {
            File.WriteAllText(page, ReportPage.Of(report), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.WriteAllText(json, ReportJson.Of(report), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(page, files.HtmlPath, overwrite: true);
            File.Move(json, files.JsonPath, overwrite: true);
        }
        finally
        {
            File.Delete(page);
            File.Delete(json);
        }

        return files;
    }

    private static string Unfinished(string path) => $"{Path.GetFullPath(path)}.{Environment.ProcessId}.tmp";
}
