using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Catalogue;

/// <summary>
/// Keeps a <see cref="SearchShelf"/> for the catalogue as it is. It is made in the background when the same state of the
/// catalogue is searched a second time: a command that searches once, and a search in the middle of a scan, do without.
/// </summary>
internal sealed class QuickSearch(LibraryDatabase database) : IDisposable
{
    private readonly VersionedCache<SearchShelf> _shelf = new(database, SearchShelf.Read);
    private readonly Lock _lock = new();
    private Task _making = Task.CompletedTask;
    private long _searched = -1;

    /// <summary>The shelf of this state of the catalogue; null while there is none.</summary>
    public SearchShelf? TryGet(long version)
    {
        if (_shelf.TryGet(version) is { } shelf) return shelf;
        lock (_lock)
        {
            if (_searched == version && _making.IsCompleted) _making = MakeAsync(CancellationToken.None);
            _searched = version;
        }

        return null;
    }

    /// <summary>Makes it now. What hinders it hinders no search.</summary>
    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _shelf.GetAsync(cancellationToken);
        }
        catch (Exception e) when (e is LibraryException or ObjectDisposedException)
        {
            // Searches go on without it, and the next one but one tries again.
        }
    }

    public void Dispose() => _shelf.Dispose();
}
