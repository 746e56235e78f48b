using System.Globalization;
using System.Text;

namespace MoodDeck.Core.Music;

/// <summary>
/// Text as it is compared: without case, accents and doubled spaces, so that <c>BEYONCÉ</c> and <c>beyonce</c> are one
/// artist. Marks that change a word rather than an accent (Indic vowel signs, kana voicing) stay.
/// </summary>
public static class FoldedText
{
    /// <summary>Folds a text; null and blank give an empty string.</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        if (Ascii.IsValid(text)) return FoldAscii(text);
        var folded = new StringBuilder(text.Length);
        var gap = false;
        foreach (var c in Valid(text).Normalize(NormalizationForm.FormKD))
        {
            if (IsAccent(c)) continue;
            if (char.IsWhiteSpace(c))
            {
                gap = folded.Length > 0;
                continue;
            }

            if (gap) folded.Append(' ');
            gap = false;
            Append(folded, c);
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Folds the name of an artist, a leading English article left out: <c>The Beatles</c> are <c>Beatles</c>.</summary>
    public static string FoldArtist(string? artist)
    {
        var folded = Fold(artist);
        return folded.StartsWith("the ", StringComparison.Ordinal) ? folded[4..] : folded;
    }

    // Most texts: nothing to normalise, and often nothing to change.
    private static string FoldAscii(string text)
    {
        Span<char> folded = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var (length, gap) = (0, false);
        foreach (var c in text)
        {
            if (c is ' ' or (>= '\t' and <= '\r'))
            {
                gap = length > 0;
                continue;
            }

            if (gap) folded[length++] = ' ';
            gap = false;
            folded[length++] = c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c == '`' ? '\'' : c;
        }

        return folded[..length].SequenceEqual(text) ? text : new(folded[..length]);
    }

    // Half a surrogate pair and U+FFFE, which damaged tables hold, are refused by normalisation.
    private static string Valid(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 && !text.Contains('\uFFFE', StringComparison.Ordinal)) return text;
        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) valid.Append(rune.Value == 0xFFFE ? "\uFFFD" : rune.ToString());
        return valid.ToString();
    }

    private static void Append(StringBuilder folded, char c)
    {
        switch (char.ToLower(c, CultureInfo.InvariantCulture))
        {
            case 'ß': folded.Append("ss"); break;
            case 'æ': folded.Append("ae"); break;
            case 'œ': folded.Append("oe"); break;
            case 'ø': folded.Append('o'); break;
            case 'ł': folded.Append('l'); break;
            case 'đ' or 'ð': folded.Append('d'); break;
            case 'ı': folded.Append('i'); break;
            case '’' or '‘' or 'ʼ' or '`': folded.Append('\''); break;
            case '“' or '”': folded.Append('"'); break;
            case '‐' or '‑' or '–' or '—': folded.Append('-'); break;
            case var lower: folded.Append(lower); break;
        }
    }

    // Combining diacritical marks and Arabic vowel points.
    private static bool IsAccent(char c) => c is (>= '\u0300' and <= '\u036F') or (>= '\u064B' and <= '\u065F') or '\u0670' or '\u200B' or '\uFEFF';
}
