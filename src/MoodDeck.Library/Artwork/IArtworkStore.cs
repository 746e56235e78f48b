namespace MoodDeck.Library.Artwork;

/// <summary>A picture that goes with a track.</summary>
/// <param name="Id">Hash of the bytes; good as an ETag.</param>
/// <param name="MediaType">Such as <c>image/jpeg</c>.</param>
/// <param name="Bytes">The file.</param>
public sealed record ArtworkImage(string Id, string MediaType, byte[] Bytes);

/// <summary>Reads pictures.</summary>
public interface IArtworkStore
{
    /// <summary>One picture by <see cref="Core.Music.Track.ArtworkId"/>; null when there is none.</summary>
    Task<ArtworkImage?> FindAsync(string id, CancellationToken cancellationToken = default);
}
