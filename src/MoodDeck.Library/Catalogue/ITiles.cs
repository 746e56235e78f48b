namespace MoodDeck.Library.Catalogue;

/// <summary>An album to be shown as a picture.</summary>
/// <param name="Title">Its title, in the spelling most of its tracks use.</param>
/// <param name="Artist">Its artist; null where it has several.</param>
/// <param name="Year">The earliest year of its tracks.</param>
/// <param name="Tracks">How many tracks it has.</param>
/// <param name="Playable">How many of them play here.</param>
/// <param name="ArtworkTrackId">A track that has its cover; null for none.</param>
/// <param name="TrackIds">Its first tracks, at most <see cref="ITiles.MostTrackIds"/>, in the order of their files.</param>
public sealed record AlbumTile(
    string Title, string? Artist, int? Year, int Tracks, int Playable, string? ArtworkTrackId, IReadOnlyList<string> TrackIds);

/// <summary>An artist to be shown as a picture.</summary>
/// <param name="Name">The name, in the spelling most tracks use.</param>
/// <param name="Albums">How many albums.</param>
/// <param name="Tracks">How many tracks.</param>
/// <param name="Playable">How many of them play here.</param>
/// <param name="ArtworkTrackId">A track that has a cover; null for none.</param>
/// <param name="TrackIds">The first tracks, at most <see cref="ITiles.MostTrackIds"/>.</param>
public sealed record ArtistTile(string Name, int Albums, int Tracks, int Playable, string? ArtworkTrackId, IReadOnlyList<string> TrackIds);

/// <summary>One page of tiles.</summary>
/// <param name="Total">How many there are on all pages together.</param>
/// <param name="Items">Those of this page.</param>
public sealed record TilePage<T>(int Total, IReadOnlyList<T> Items);

/// <summary>What can be browsed as pictures: albums and artists, what plays here first, then by name.</summary>
public interface ITiles
{
    /// <summary>How many of its tracks a tile names.</summary>
    const int MostTrackIds = 30;

    /// <summary>Albums whose title or artist holds every word, without case and accents; null asks for all.</summary>
    Task<TilePage<AlbumTile>> AlbumsAsync(string? query, int limit, int offset, CancellationToken cancellationToken = default);

    /// <summary>Artists whose name holds every word, without case and accents; null asks for all.</summary>
    Task<TilePage<ArtistTile>> ArtistsAsync(string? query, int limit, int offset, CancellationToken cancellationToken = default);
}
