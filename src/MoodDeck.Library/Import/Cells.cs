using System.Globalization;

namespace MoodDeck.Library.Import;

/// <summary>Reads the texts that tables hold.</summary>
internal static class Cells
{
    /// <summary>A number with a point, or with a comma where there is no point; null when it is none.</summary>
    public static double? Number(string? text)
    {
        if (text is null) return null;
        if (!text.Contains('.', StringComparison.Ordinal)) text = text.Replace(',', '.');
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
    }

    /// <summary>The year in <c>1997</c>, <c>1997-05-21</c>, <c>21.5.1997</c>; null for a decade (<c>1960s</c>) or anything else.</summary>
    public static int? Year(string? text)
    {
        for (var i = 0; i + 4 <= text?.Length; i++)
        {
            if (!text.AsSpan(i, 4).ContainsAnyExceptInRange('0', '9')
                && (i + 4 == text.Length || !char.IsLetterOrDigit(text[i + 4])) && (i == 0 || !char.IsLetterOrDigit(text[i - 1]))
                && int.Parse(text.AsSpan(i, 4), CultureInfo.InvariantCulture) is >= 1000 and <= 2100 and var year)
                return year;
        }

        return null;
    }

    /// <summary>Seconds from a number in <paramref name="unit"/> or from <c>3:45</c>; null when it is neither.</summary>
    public static double? Seconds(string? text, string unit)
    {
        if (text is null) return null;
        if (text.Contains(':', StringComparison.Ordinal))
        {
            var total = 0.0;
            foreach (var part in text.Split(':'))
            {
                if (Number(part) is not (>= 0 and var value)) return null;
                total = (total * 60) + value;
            }

            return total;
        }

        return Number(text) is > 0 and var number ? Math.Round(unit == "ms" ? number / 1000 : number, 3) : null;
    }

    /// <summary>
    /// The main artist of a cell that may list several: <c>['A', 'B']</c> as Python writes lists, or <c>A;B</c>. A comma is left alone, being part of names.
    /// </summary>
    public static string? MainArtist(string? text)
    {
        if (text is ['[', '\'' or '"', .., ']'])
        {
            // Python puts a backslash before a quote that belongs to the name.
            var end = 2;
            while (end < text.Length && (text[end] != text[1] || text[end - 1] == '\\')) end++;
            if (end < text.Length) text = text[2..end].Replace("\\", "", StringComparison.Ordinal);
        }

        var main = text?.Split(';')[0].Trim();
        return main is { Length: > 0 } and not "[]" ? main : null;
    }
}
