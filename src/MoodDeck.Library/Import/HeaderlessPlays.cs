using System.Globalization;

namespace MoodDeck.Library.Import;

/// <summary>Lists of what was heard that start without a header, as the common exporter of Last.fm accounts writes them.</summary>
internal static class HeaderlessPlays
{
    private static readonly string[] Names = ["artist", "album", "track", "date"];

    /// <summary>The columns of a file whose first line is such a row; null when it is something else.</summary>
    public static string[]? Columns(string[] first) =>
        first.Length == Names.Length && !first.Any(FieldNames.IsTitle) && IsMoment(first[^1]) ? Names : null;

    // A date alone might be the name of a song; with a time it is a moment.
    private static bool IsMoment(string text) =>
        text.Contains(':', StringComparison.Ordinal) && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
