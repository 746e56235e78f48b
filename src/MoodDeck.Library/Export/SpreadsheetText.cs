namespace MoodDeck.Library.Export;

/// <summary>
/// Keeps a spreadsheet from running a title as a formula: a text that starts like one gets an apostrophe in front (as
/// OWASP advises against CSV injection), and loses it again on import.
/// </summary>
internal static class SpreadsheetText
{
    /// <summary>The text as a cell may hold it.</summary>
    public static string Escape(string text) => IsDangerous(text) ? "'" + text : text;

    /// <summary>The text as it was.</summary>
    public static string Unescape(string text) => text.StartsWith('\'') && IsDangerous(text[1..]) ? text[1..] : text;

    // A text that has such an apostrophe by itself gets another, so that reading back is exact.
    private static bool IsDangerous(string text) => text.TrimStart('\'') is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
}
