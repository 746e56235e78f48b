using MoodDeck.Core.Music;

namespace MoodDeck.Library.Playlists.Smart;

/// <summary>A playlist that is rules.</summary>
/// <param name="Id">Its number, never used twice.</param>
/// <param name="Name">What people read.</param>
/// <param name="Version">From 1, one more with each change.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
/// <param name="Rules">Which tracks it holds.</param>
public sealed record SmartPlaylist(long Id, string Name, int Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, SmartRules Rules)
{
    /// <summary>The plain playlist that what it holds would make.</summary>
    public Playlist With(SmartTracks held)
    {
        ArgumentNullException.ThrowIfNull(held);
        return new(Id, Name, Version, CreatedAt, UpdatedAt, [.. held.Tracks.Select(t => new PlaylistEntry(t.Id, t.Title, t.Artist, t))]);
    }
}

/// <summary>What became of a change.</summary>
/// <param name="Refusal">Why nothing was changed, or <see cref="PlaylistRefusal.None"/>.</param>
/// <param name="Playlist">The playlist as it is now; null where there is none.</param>
public sealed record SmartPlaylistChange(PlaylistRefusal Refusal, SmartPlaylist? Playlist = null);

/// <summary>What rules hold at this moment.</summary>
/// <param name="Matching">Tracks that pass the rules.</param>
/// <param name="Playable">Those of them that play here.</param>
/// <param name="Total">Tracks in the list: the matching ones, up to the limit.</param>
/// <param name="Tracks">In order, as many as were asked for.</param>
public sealed record SmartTracks(int Matching, int Playable, int Total, IReadOnlyList<Track> Tracks);
