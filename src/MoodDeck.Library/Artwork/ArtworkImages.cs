namespace MoodDeck.Library.Artwork;

/// <summary>Tells pictures by their first bytes, whatever a name or a tag claims.</summary>
internal static class ArtworkImages
{
    /// <summary>The picture in these bytes; null when they are none a browser shows.</summary>
    public static ArtworkImage? Of(byte[] bytes) =>
        MediaTypeOf(bytes) is { } type ? new(SqlArtwork.IdOf(bytes), type, bytes) : null;

    private static string? MediaTypeOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? "image/png"
        : bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) ? "image/webp"
        : bytes.StartsWith("GIF8"u8) ? "image/gif"
        : null;
}
