namespace MoodDeck.Library.Listeners;

/// <summary>A person picked by hand, never recognised.</summary>
/// <param name="Id">Short identifier; <c>default</c> is always there.</param>
/// <param name="Name">What people read.</param>
/// <param name="KeepHistory">Whether plays may be stored; false until the person says so.</param>
public sealed record Listener(string Id, string Name, bool KeepHistory)
{
    /// <summary>The id of the listener every data folder has.</summary>
    public const string DefaultId = "default";
}

/// <summary>Reads and changes listeners.</summary>
public interface IListenerStore
{
    /// <summary>Every listener.</summary>
    Task<IReadOnlyList<Listener>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>One listener; null when there is none of that id.</summary>
    Task<Listener?> FindAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Changes what is given and nothing else, at once, so that two changes at the same time never undo each other; null
    /// when there is none of that id.
    /// </summary>
    Task<Listener?> ChangeAsync(string id, string? name, bool? keepHistory, CancellationToken cancellationToken = default);
}
