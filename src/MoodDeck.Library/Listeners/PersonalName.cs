using System.Globalization;

namespace MoodDeck.Library.Listeners;

/// <summary>Names that people give to themselves and to their playlists: of any script, on one line.</summary>
public static class PersonalName
{
    /// <summary>The longest name of a listener, in characters as people count them.</summary>
    public const int MostOfListener = 60;

    /// <summary>The longest name of a playlist.</summary>
    public const int MostOfPlaylist = 100;

    // A letter may carry marks; one that carries hundreds is no letter.
    private const int MostUnitsPerCharacter = 8;

    /// <summary>The name without blanks around it; null when it is empty, too long, or holds line breaks or other control characters.</summary>
    public static string? Read(string? text, int most)
    {
        var name = text?.Trim();
        if (string.IsNullOrEmpty(name) || name.Length > most * MostUnitsPerCharacter || name.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)) return null;
        return new StringInfo(name).LengthInTextElements <= most ? name : null;
    }
}
