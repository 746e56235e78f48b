using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;

namespace MoodDeck.Library.Import;

/// <summary>What a song is known again by, whichever source it comes from.</summary>
/// <param name="Exact">Of its artist and its very title.</param>
/// <param name="Bare">Of its artist and its title in any version.</param>
internal readonly record struct SongKeys(ulong Exact, ulong Bare)
{
    /// <summary>The keys of a song.</summary>
    public static SongKeys Of(string title, string artist)
    {
        var (by, folded) = (SongName.Artist(artist), FoldedText.Fold(title));
        return new(KeyOf('=', by, folded), KeyOf('~', by, SongName.OfFoldedTitle(folded)));
    }

    // Among a million songs two share a key with a chance of 3 in 100 million.
    private static ulong KeyOf(char kind, string artist, string title)
    {
        var text = $"{kind}{artist}\n{title}";
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
