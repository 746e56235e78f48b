namespace MoodDeck.Library.Playlists;

/// <summary>Listeners' playlists.</summary>
public interface IPlaylistStore
{
    /// <summary>How many playlists a listener may have.</summary>
    const int MostPlaylists = 500;

    /// <summary>How many tracks a playlist may have.</summary>
    const int MostTracks = 10_000;

    /// <summary>A listener's playlists, the last changed first; null when there is no such listener.</summary>
    Task<IReadOnlyList<PlaylistSummary>?> ListAsync(string listenerId, CancellationToken cancellationToken = default);

    /// <summary>One playlist; null when the listener has none of that number.</summary>
    Task<Playlist?> FindAsync(string listenerId, long id, CancellationToken cancellationToken = default);

    /// <summary>Makes a playlist.</summary>
    /// <exception cref="ArgumentException">The name is none, or there are more than <see cref="MostTracks"/> tracks.</exception>
    Task<PlaylistChange> CreateAsync(string listenerId, string name, IReadOnlyList<string> trackIds, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gives a playlist another name or other tracks, or both; nulls leave as it is. A track that left the catalogue may
    /// stay where it was in the list.
    /// </summary>
    /// <param name="listenerId">Whose it is.</param>
    /// <param name="id">Its number.</param>
    /// <param name="version">The version the change is meant for; of another one nothing is changed.</param>
    /// <param name="name">The new name.</param>
    /// <param name="trackIds">All tracks in their new order.</param>
    /// <param name="cancellationToken">Gives up before anything is written.</param>
    /// <exception cref="ArgumentException">The name is none, or there are more than <see cref="MostTracks"/> tracks.</exception>
    Task<PlaylistChange> ChangeAsync(
        string listenerId, long id, int version, string? name, IReadOnlyList<string>? trackIds, CancellationToken cancellationToken = default);

    /// <summary>Erases a playlist; false when the listener has none of that number.</summary>
    Task<bool> RemoveAsync(string listenerId, long id, CancellationToken cancellationToken = default);
}
