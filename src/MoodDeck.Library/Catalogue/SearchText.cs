using MoodDeck.Core.Music;

namespace MoodDeck.Library.Catalogue;

/// <summary>What a search looks through, and how the words of one are turned into SQL.</summary>
internal static class SearchText
{
    // The trigram index knows nothing shorter.
    private const int ShortestIndexed = 3;

    /// <summary>Title, artist and album, folded, in one text.</summary>
    public static string Of(Track track) =>
        string.Join('\n', new[] { track.Title, track.Artist, track.Album }.Where(t => t is not null).Select(FoldedText.Fold));

    /// <summary>The words of a search, folded. A NUL, which would end an expression early, separates words.</summary>
    public static string[] Words(string? text) => FoldedText.Fold(text).Split([' ', '\0'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The full-text expression for the words the index can find; null when there are none.</summary>
    public static string? MatchOf(IEnumerable<string> words)
    {
        var terms = words.Where(IsIndexed).Select(w => "\"" + w.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"").ToList();
        return terms.Count > 0 ? string.Join(" AND ", terms) : null;
    }

    /// <summary>Patterns for LIKE (escaped with a backslash) for the other words.</summary>
    public static IEnumerable<string> PatternsOf(IEnumerable<string> words) => words
        .Where(w => !IsIndexed(w))
        .Select(w => "%" + w.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%");

    private static bool IsIndexed(string word) => word.EnumerateRunes().Count() >= ShortestIndexed;
}
