namespace MoodDeck.Library.Listeners;

/// <summary>A person picked by hand, never recognised.</summary>
/// <param name="Id">Short identifier; <c>default</c> is there from the beginning.</param>
/// <param name="Name">What people read.</param>
/// <param name="KeepHistory">Whether plays and moods may be stored; false until the person says so.</param>
public sealed record Listener(string Id, string Name, bool KeepHistory)
{
    /// <summary>The id of the listener every fresh data folder has.</summary>
    public const string DefaultId = "default";
}

/// <summary>Reads and changes listeners.</summary>
public interface IListenerStore
{
    /// <summary>How large a household may be.</summary>
    const int MostListeners = 50;

    /// <summary>Every listener.</summary>
    Task<IReadOnlyList<Listener>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>One listener; null when there is none of that id.</summary>
    Task<Listener?> FindAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Changes what is given and nothing else, at once, so that two changes at the same time never undo each other; null
    /// when there is none of that id.
    /// </summary>
    Task<Listener?> ChangeAsync(string id, string? name, bool? keepHistory, CancellationToken cancellationToken = default);

    /// <summary>Adds a listener with an id made from the name; null when there are <see cref="MostListeners"/> already.</summary>
    /// <exception cref="ArgumentException">The name is none; see <see cref="PersonalName"/>.</exception>
    Task<Listener?> AddAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Removes a listener and erases everything of theirs: plays, moods, what was learned of the face, playlists, likes and bans.</summary>
    Task<ListenerRemoval> RemoveAsync(string id, CancellationToken cancellationToken = default);
}

/// <summary>What became of a listener that was to be removed.</summary>
public enum ListenerRemoval
{
    /// <summary>Gone, with everything of theirs.</summary>
    Removed,
    /// <summary>There was none of that id.</summary>
    Unknown,
    /// <summary>Kept: somebody must be left to listen.</summary>
    Last,
}
