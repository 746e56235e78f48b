using System.Globalization;
using System.Text;
using MoodDeck.Core.Music;

namespace MoodDeck.Library.Listeners;

/// <summary>Ids of listeners: readable, made from the first name a listener had, and never changed.</summary>
internal static class ListenerId
{
    private const int MostLength = 40;
    private const string Nameless = "listener";

    /// <summary>The id for a name that is not <paramref name="taken"/>: letters and digits of any script, hyphens between, and a number where needed.</summary>
    public static string For(string name, Func<string, bool> taken)
    {
        var stem = Stem(name);
        var id = stem;
        for (var n = 2; taken(id); n++) id = string.Create(CultureInfo.InvariantCulture, $"{stem}-{n}");
        return id;
    }

    private static string Stem(string name)
    {
        var stem = new StringBuilder();
        foreach (var rune in FoldedText.Fold(name).EnumerateRunes())
        {
            if (stem.Length + rune.Utf16SequenceLength > MostLength) break;
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark) stem.Append(rune);
            else if (stem.Length > 0 && stem[^1] != '-') stem.Append('-');
        }

        var text = stem.ToString().TrimEnd('-');
        return text.Length > 0 ? text : Nameless;
    }
}
