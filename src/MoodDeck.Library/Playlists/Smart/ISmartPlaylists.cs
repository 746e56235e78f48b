namespace MoodDeck.Library.Playlists.Smart;

/// <summary>Listeners' smart playlists.</summary>
public interface ISmartPlaylists
{
    /// <summary>A listener's smart playlists, the last changed first; null when there is no such listener.</summary>
    Task<IReadOnlyList<SmartPlaylist>?> ListAsync(string listenerId, CancellationToken cancellationToken = default);

    /// <summary>One of them; null when the listener has none of that number.</summary>
    Task<SmartPlaylist?> FindAsync(string listenerId, long id, CancellationToken cancellationToken = default);

    /// <summary>Makes one.</summary>
    /// <exception cref="ArgumentException">The name is none, or the rules are not (<see cref="SmartRulesCheck"/>); the message says what is wrong.</exception>
    Task<SmartPlaylistChange> CreateAsync(string listenerId, string name, SmartRules rules, CancellationToken cancellationToken = default);

    /// <summary>Gives one another name or other rules, or both; nulls leave as it is. Of another version than the one meant nothing is changed.</summary>
    /// <exception cref="ArgumentException">The name is none, or the rules are not; the message says what is wrong.</exception>
    Task<SmartPlaylistChange> ChangeAsync(string listenerId, long id, int version, string? name, SmartRules? rules, CancellationToken cancellationToken = default);

    /// <summary>Erases one; false when the listener has none of that number.</summary>
    Task<bool> RemoveAsync(string listenerId, long id, CancellationToken cancellationToken = default);

    /// <summary>What rules hold for a listener now: how much, and a page of it.</summary>
    /// <exception cref="ArgumentException">The rules are not; the message says what is wrong.</exception>
    Task<SmartTracks> EvaluateAsync(string listenerId, SmartRules rules, int offset = 0, int limit = IPlaylistStore.MostTracks, CancellationToken cancellationToken = default);
}
