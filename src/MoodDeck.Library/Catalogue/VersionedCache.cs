using Microsoft.Data.Sqlite;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Catalogue;

/// <summary>Keeps what was worked out from all tracks until a track changes, whichever process changes it.</summary>
internal sealed class VersionedCache<T>(LibraryDatabase database, Func<SqliteConnection, T> work) : IDisposable
    where T : class
{
    private readonly SemaphoreSlim _working = new(1, 1);
    private volatile Entry? _entry;

    /// <summary>The value for the catalogue as it is now.</summary>
    public async Task<T> GetAsync(CancellationToken cancellationToken)
    {
        var version = await database.ReadAsync(CatalogueVersion.In, cancellationToken);
        if (_entry is { } kept && kept.Version == version) return kept.Value;

        await _working.WaitAsync(cancellationToken);
        try
        {
            if (_entry is { } other && other.Version >= version) return other.Value; // worked out while this call waited
            _entry = await database.ReadAsync(WorkOut, cancellationToken);
            return _entry.Value;
        }
        finally
        {
            _working.Release();
        }
    }

    /// <summary>The value for that state of the catalogue; null when it has not been worked out.</summary>
    public T? TryGet(long version) => _entry is { } kept && kept.Version == version ? kept.Value : null;

    public void Dispose() => _working.Dispose();

    private Entry WorkOut(SqliteConnection connection)
    {
        // Version and tracks from one snapshot, else a write in between would go unnoticed.
        using var snapshot = connection.BeginTransaction(deferred: true);
        return new(CatalogueVersion.In(connection), work(connection));
    }

    private sealed record Entry(long Version, T Value);
}
