using System.Xml.Linq;
using MoodDeck.Training.Reports.Plots;

namespace MoodDeck.Training.Reports.Pages;

/// <summary>What the run was fed.</summary>
internal static class DataSection
{
    /// <summary>The section.</summary>
    public static XElement Of(DataReport data, FigureNumbers figures) => Html.Section("data", "Data",
        data.Sources.Count == 0 ? null : Html.Paragraph($"Read from {string.Join(", ", data.Sources.Select(s => Html.Short(s)))}."),
        data.Notes.Select(n => Html.Paragraph(Html.Short(Html.Capital(n.EndsWith('.') ? n : n + "."), 600))),
        data.Counts.Select(c => Counts(c, figures)).ToList(),
        Skipped(data.Skipped), Copies(data.Copies), Averages(data.Averages), Outliers(data.Outliers));

    private static object[] Counts(ClassTable counts, FigureNumbers figures)
    {
        List<(string Name, IReadOnlyList<int> Values)> columns = [];
        foreach (var split in counts.Splits)
        {
            columns.Add((split.After is null ? split.Name : $"{split.Name}, before", split.Before));
            if (split.After is { } after) columns.Add(($"{split.Name}, after {split.Method ?? "resampling"}", after));
        }

        string[] names = [.. counts.ClassNames.Select(n => Html.Short(n, Html.LongestClass))];
        var plot = RowPlot.Bars($"Rows per class, {counts.Labels}", "Horizontal bars; the table below has the same numbers.", "rows", names, [.. columns.Take(Markers.Count).Select(c => new RowSeries(Html.Short(c.Name, 40), [.. c.Values.Select(v => (double)v)]))]);
        var table = Html.Table(
            $"Rows per class, {counts.Labels}", ["class", .. columns.Select(c => Html.Short(c.Name, 40))],
            [.. names.Select((n, i) => (string[])[n, .. columns.Select(c => Html.Whole(c.Values[i]))]), ["all", .. columns.Select(c => Html.Whole(c.Values.Sum(v => (long)v)))]]);
        return
        [
            figures.Figure(plot, $"Rows per class, {counts.Labels}", "A class with few rows is learned from little and measured by little: expect its figures to be low and to swing."
                + (counts.Splits.Any(s => s.After is not null) ? " “Before” is what the data holds, “after” what an epoch sees." : "")),
            table,
        ];
    }

    private static object?[] Skipped(IReadOnlyList<SkippedRow> skipped) => skipped.Count == 0 ? [] :
    [
        new XElement("h3", "Rows that were skipped"),
        Html.Table(
            Counted(skipped.Sum(s => s.Rows), "not used"), ["where", "reason", "rows"],
            skipped.Take(Html.LongestList).Select(s => (string[])[Html.Short(s.Where), Html.Short(s.Reason, 200), Html.Whole(s.Rows)]), 2),
        Rest(skipped.Count),
    ];

    private static object?[] Copies(IReadOnlyList<CopyCount> copies) => copies.Count == 0 ? [] :
    [
        new XElement("h3", "Copies"),
        copies.All(c => c.Rows == 0) ? Html.Paragraph("No picture occurs more than once, pixel by pixel.")
        : Html.Table("Pictures that occur more than once, pixel by pixel", ["where", "treatment", "rows"], copies.Select(c => (string[])[Html.Short(c.Where), c.Treatment.Length == 0 ? "none" : Html.Short(c.Treatment), Html.Whole(c.Rows)]), 2),
    ];

    private static object?[] Averages(IReadOnlyList<AveragePicture> averages) => averages.Count == 0 ? [] :
    [
        new XElement("h3", "The average picture of each class"),
        Html.Paragraph("What the pictures of a class have in common. A blurred average is normal; one that looks like another class, or not like a face, points to wrong labels or crops."),
        new XElement("ul", new XAttribute("class", "pictures"), averages.Select(a => Card(a.Picture, $"Average picture of {Html.Short(a.Class, Html.LongestClass)}", Html.Short(a.Class, Html.LongestClass), Counted(a.Count, null)))),
    ];

    private static object?[] Outliers(IReadOnlyList<OutlierPicture> outliers)
    {
        if (outliers.Count == 0) return [];
        var pictured = outliers.Where(o => o.Picture is not null).ToList();
        return
        [
            new XElement("h3", "Outliers"),
            Html.Paragraph("Pictures that stand out, each with the reason. Some are merely unusual; look for wrong labels, drawings and empty crops."),
            pictured.Count == 0 ? null : new XElement("ul", new XAttribute("class", "pictures"), pictured.Take(Html.LongestList).Select(o =>
                Card(o.Picture!, $"Outlier {Html.Short(o.Name)}", Html.Short(o.Class, Html.LongestClass), Html.Short(o.Name)))),
            Html.Table("Outliers", ["picture", "labelled", "why", "score"], outliers.Take(Html.LongestList).Select(o => (string[])
                [Html.Short(o.Name), Html.Short(o.Class, Html.LongestClass), Html.Short(o.Reason, 200), Html.Figure(o.Score)]), 3),
            Rest(outliers.Count),
        ];
    }

    /// <summary>A picture with what there is to say of it.</summary>
    public static XElement Card(ReportPicture picture, string alternative, string title, params string[] lines) => new(
        "li", new XAttribute("class", "card"), Html.Picture(picture, alternative), new XElement("strong", title), lines.Select(l => new XElement("span", new XAttribute("class", "by"), l)));

    private static string Counted(int rows, string? what) => $"{Html.Whole(rows)} {(rows == 1 ? "row" : "rows")}{(what is null ? "" : " " + what)}";

    private static XElement? Rest(int count) => count <= Html.LongestList ? null : Html.Paragraph($"And {Html.Whole(count - Html.LongestList)} more; the JSON file has them all.");
}
