using MoodDeck.Core.Music;

namespace MoodDeck.Library.Catalogue;

/// <summary>What a search looks through, and the words of one.</summary>
internal static class SearchText
{
    /// <summary>Title, artist and album, folded, in one text.</summary>
    public static string Of(Track track) =>
        string.Join('\n', new[] { track.Title, track.Artist, track.Album }.Where(t => t is not null).Select(FoldedText.Fold));

    /// <summary>The words of a search, folded. A NUL, which would end an expression early, separates words.</summary>
    public static string[] Words(string? text) => FoldedText.Fold(text).Split([' ', '\0'], StringSplitOptions.RemoveEmptyEntries);
}
