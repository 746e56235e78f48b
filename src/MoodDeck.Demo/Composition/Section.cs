using System.Globalization;

namespace MoodDeck.Demo.Composition;

/// <summary>A section of the form.</summary>
/// <param name="Name">Its letter and, where it comes again, its number: <c>A2</c>.</param>
/// <param name="FirstBar">Where it starts.</param>
/// <param name="Bars">How long it is.</param>
/// <param name="Intensity">How strongly it is played, 0 to 1.</param>
/// <param name="Occurrence">How often its letter was heard before.</param>
internal sealed record Section(string Name, int FirstBar, int Bars, double Intensity, int Occurrence)
{
    /// <summary>The letter that chords and tune are looked up by.</summary>
    public string Letter => Name[..1];

    /// <summary>The bar after its last.</summary>
    public int EndBar => FirstBar + Bars;

    /// <summary>Whether a list of names or letters (<c>"A2 B"</c>; null for all) means this section.</summary>
    public bool IsIn(string? list) => list is null || list.Split(' ').Any(token => token == Name || token == Letter);

    /// <summary>Reads a form such as <c>I:4:.5 A1:8:.7 B:8:.9 A2:8:1 O:4:.4</c>: name, bars, intensity.</summary>
    public static IReadOnlyList<Section> ParseForm(string form)
    {
        var sections = new List<Section>();
        foreach (var token in form.Split(' '))
        {
            var fields = token.Split(':');
            sections.Add(new(
                fields[0], sections.Count > 0 ? sections[^1].EndBar : 0, int.Parse(fields[1], CultureInfo.InvariantCulture),
                double.Parse(fields[2], CultureInfo.InvariantCulture), sections.Count(s => s.Letter == fields[0][..1])));
        }

        return sections;
    }
}
