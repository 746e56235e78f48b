using MoodDeck.Library.Scan;

namespace MoodDeck.Library.Import;

/// <summary>Artist and title in what playlists call an entry.</summary>
internal static class PlaylistEntryTitle
{
    /// <summary>Reads <c>Artist - Title</c>; a text without a dash is a title.</summary>
    public static (string? Artist, string? Title) Split(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return (null, null);
        var dash = text.IndexOf(" - ", StringComparison.Ordinal);
        return dash > 0 && text[(dash + 3)..].Trim() is { Length: > 0 } title ? (text[..dash].Trim(), title) : (null, text.Trim());
    }

    /// <summary>The same from the name of a file.</summary>
    public static (string? Artist, string? Title) OfFile(string entry) => Split(FileTitle.Of(entry.Replace('\\', '/')));
}
