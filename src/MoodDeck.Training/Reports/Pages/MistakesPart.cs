using System.Xml.Linq;

namespace MoodDeck.Training.Reports.Pages;

/// <summary>The wrong answers given most surely.</summary>
internal static class MistakesPart
{
    /// <summary>Heading and list; nothing when there are none.</summary>
    public static object?[] Of(IReadOnlyList<Mistake> mistakes)
    {
        if (mistakes.Count == 0) return [];
        var pictured = mistakes.Any(m => m.Picture is not null);
        return
        [
            new XElement("h3", "Worst mistakes"),
            Html.Paragraph("The wrong answers given most surely. Many of them show a label one could argue about; those that do not are what the model has yet to learn."),
            pictured ? new XElement("ul", new XAttribute("class", "pictures"), mistakes.Where(m => m.Picture is not null).Select(Card)) : Table(mistakes),
        ];
    }

    private static XElement Card(Mistake m) => DataSection.Card(
        m.Picture!, $"Labelled {Class(m.Truth)}, answered {Class(m.Answer)}", $"{Class(m.Truth)} → {Class(m.Answer)}", $"probability {Html.Figure(m.Probability)}", Html.Short(m.Name));

    private static XElement Table(IReadOnlyList<Mistake> mistakes) => Html.Table(
        "The surest wrong answers", ["picture", "truth", "answer", "probability"], mistakes.Select(m => (string[])[Html.Short(m.Name), Class(m.Truth), Class(m.Answer), Html.Figure(m.Probability)]), 3);

    private static string Class(string name) => Html.Short(name, Html.LongestClass);
}
