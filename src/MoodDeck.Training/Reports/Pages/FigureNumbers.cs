using System.Xml.Linq;

namespace MoodDeck.Training.Reports.Pages;

/// <summary>Numbers the figures of a page in the order they are made, and sets them with their captions.</summary>
internal sealed class FigureNumbers
{
    private int _last;

    /// <summary>A drawing with what it shows, how to read it, and its numbers as a table below.</summary>
    public XElement Figure(XElement svg, string what, string howToRead, XElement? numbers = null) => new("figure",
        new XElement("div", new XAttribute("class", "scroll"), new XAttribute("tabindex", "0"), new XAttribute("role", "group"), new XAttribute("aria-label", what), svg),
        new XElement("figcaption", new XElement("strong", FormattableString.Invariant($"Figure {++_last}. {what}.")), " " + howToRead),
        numbers is null ? null : Html.Folded("The numbers", numbers));
}
