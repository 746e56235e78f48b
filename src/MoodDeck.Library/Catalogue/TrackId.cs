using System.Security.Cryptography;
using System.Text;
using MoodDeck.Core.Music;

namespace MoodDeck.Library.Catalogue;

/// <summary>Stable track identifiers.</summary>
public static class TrackId
{
    /// <summary>
    /// The id of what a source knows by <paramref name="key"/>: 16 hexadecimal digits of the SHA-256 of both. Among a
    /// million tracks two share one with a chance of 3 in 100 million.
    /// </summary>
    public static string Of(TrackSource source, string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(TrackSources.NameOf(source) + "\n" + key));
        return Convert.ToHexStringLower(hash.AsSpan(0, 8));
    }

    /// <summary>The key of a song that has no other identifier: its artist, title and album as they are compared.</summary>
    public static string SongKey(string? artist, string title, string? album) =>
        string.Join('\n', FoldedText.FoldArtist(artist), FoldedText.Fold(title), FoldedText.Fold(album));

    /// <summary>Whether a text has the shape of an id.</summary>
    public static bool HasShape(string? text) => text is { Length: 16 } && text.All(char.IsAsciiHexDigitLower);
}
