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
        var bare = SongName.OfFoldedTitle(folded);
        var hash = Hash(by, folded);
        return new(hash.First, bare == folded ? hash.Second : Hash(by, bare).Second);
    }

    // Among a million songs two share a key with a chance of 3 in 100 million. The halves of a hash know nothing of each other, so that the
    // very title of one song is not taken for the bare title of another.
    private static (ulong First, ulong Second) Hash(string artist, string title)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{artist}\n{title}"), hash);
        return (BinaryPrimitives.ReadUInt64BigEndian(hash), BinaryPrimitives.ReadUInt64BigEndian(hash[sizeof(ulong)..]));
    }
}
