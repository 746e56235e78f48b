using System.Data.Common;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Catalogue;

/// <summary>Keeps what was worked out from all tracks until a track changes, whichever process changes it.</summary>
internal sealed class VersionedCache<T> : IDisposable
    where T : class
{
    private readonly LibraryDatabase _database;
    private readonly Func<DbConnection, T> _work;
    private readonly SemaphoreSlim _working = new(1, 1);
    private readonly IDisposable _news;
    private volatile Entry? _entry;

    public VersionedCache(LibraryDatabase database, Func<DbConnection, T> work)
    {
        (_database, _work) = (database, work);
        // What nobody has asked for yet need not be renewed.
        _news = database.News.Subscribe(cancel => _entry is null ? Task.CompletedTask : GetAsync(cancel));
    }

    /// <summary>The value for the catalogue as it is now.</summary>
    public async Task<T> GetAsync(CancellationToken cancellationToken)
    {
        var version = await _database.ReadAsync(CatalogueVersion.In, cancellationToken);
        if (_entry is { } kept && kept.Version == version) return kept.Value;

        await _working.WaitAsync(cancellationToken);
        try
        {
            if (_entry is { } other && other.Version >= version) return other.Value; // worked out while this call waited
            _entry = await _database.SnapshotAsync(WorkOut, cancellationToken);
            return _entry.Value;
        }
        finally
        {
            _working.Release();
        }
    }

    /// <summary>The value for that state of the catalogue; null when it has not been worked out.</summary>
    public T? TryGet(long version) => _entry is { } kept && kept.Version == version ? kept.Value : null;

    public void Dispose()
    {
        _news.Dispose();
        _working.Dispose();
    }

    // Version and tracks from one snapshot, else a write in between would go unnoticed.
    private Entry WorkOut(DbConnection connection, DbTransaction snapshot) => new(CatalogueVersion.In(connection), _work(connection));

    private sealed record Entry(long Version, T Value);
}
