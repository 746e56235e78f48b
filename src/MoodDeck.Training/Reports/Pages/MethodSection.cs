using System.Xml.Linq;

namespace MoodDeck.Training.Reports.Pages;

/// <summary>What the figures of this page mean and where they come from.</summary>
internal static class MethodSection
{
    /// <summary>The section; null when the page has no figures to explain.</summary>
    public static XElement? Of(RunReport report)
    {
        var lines = Lines(report).ToList();
        return lines.Count == 0 ? null : Html.Section("methods", "How the figures are computed", new XElement("ul", lines.Select(l => new XElement("li", l))));
    }

    private static IEnumerable<string> Lines(RunReport report)
    {
        if (report.Evaluations.Any(e => e.Classification is not null))
        {
            yield return "Accuracy: share of rows whose most probable class is the label. Its interval of 95 % is Wilson's score interval (Wilson 1927); it covers chance in drawing the rows, not a change of camera, people or labels.";
            yield return "Balanced accuracy: mean recall over the classes that occur. Macro-F1: mean F1 over the classes that occur as truth or answer. Both weigh a rare class like a common one.";
            yield return "Expected calibration error: over 15 equally wide bins of the top probability, the mean distance between that probability and the share right, weighted by the rows in a bin (Guo et al. 2017).";
        }

        if (report.Evaluations.Any(e => e.Regression.Count > 0))
            yield return "CCC: concordance correlation coefficient (Lin 1989), 1 only where answers equal truths; Pearson's r ignores shift and scale. Rows without a known truth take no part.";
        if (report.Folds.Count > 0)
            yield return "Standard deviations over folds are over n − 1. Folds share most of their training rows, so they understate how much a fresh data set would differ.";
        if (report.Detection is not null)
            yield return "Average precision: area under precision over recall with all-point interpolation (Everingham et al. 2010).";
    }
}
