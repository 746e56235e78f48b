namespace MoodDeck.Library.Playlists;

/// <summary>What a listener said of a track.</summary>
public enum TrackMark
{
    /// <summary>Kept: the listener likes it.</summary>
    Like,
    /// <summary>Never to be recommended to this listener.</summary>
    Ban,
}

/// <summary>A track a listener said something of.</summary>
/// <param name="TrackId">The track.</param>
/// <param name="Title">Its title, or the one it had before it left the catalogue.</param>
/// <param name="Artist">Its artist, or the one it had.</param>
/// <param name="Mark">What was said.</param>
/// <param name="At">When.</param>
/// <param name="InCatalogue">Whether it is still there.</param>
public sealed record MarkedTrack(string TrackId, string Title, string? Artist, TrackMark Mark, DateTimeOffset At, bool InCatalogue);

/// <summary>Likes and bans. The latest word counts: a track is liked or banned, never both.</summary>
public interface ITrackMarks
{
    /// <summary>Everything a listener marked, the latest first; null when there is no such listener.</summary>
    Task<IReadOnlyList<MarkedTrack>?> ListAsync(string listenerId, CancellationToken cancellationToken = default);

    /// <summary>Marks a track; false when listener or track is not known.</summary>
    Task<bool> SetAsync(string listenerId, string trackId, TrackMark mark, CancellationToken cancellationToken = default);

    /// <summary>Takes that mark off a track; another one stays.</summary>
    Task RemoveAsync(string listenerId, string trackId, TrackMark mark, CancellationToken cancellationToken = default);
}
