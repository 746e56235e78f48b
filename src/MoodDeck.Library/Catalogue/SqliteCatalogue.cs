using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Data.Sqlite;
using MoodDeck.Core.Music;
using MoodDeck.Library.Storage;
using MoodDeck.Recommend;

namespace MoodDeck.Library.Catalogue;

/// <summary>The catalogue in SQLite.</summary>
internal sealed class SqliteCatalogue(LibraryDatabase database) : ICatalogue, IDisposable
{
    private const string ByArtistAndTitle = "ORDER BY artist_key = '', artist_key, album, title, row";
    private const int RowsAtOnce = 2000;
    private readonly SemaphoreSlim _indexing = new(1, 1);
    private volatile CachedIndex? _index;

    public async Task<Track?> FindAsync(string id, CancellationToken cancellationToken = default) =>
        await FindAsync([id], cancellationToken) is [var track] ? track : null;

    public Task<IReadOnlyList<Track>> FindAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken = default) => database.ReadAsync(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT {TrackRow.Columns} FROM tracks WHERE id = $id";
            var parameter = command.Parameters.Add("$id", SqliteType.Text);
            var found = new List<Track>(ids.Count);
            foreach (var id in ids)
            {
                parameter.Value = id;
                using var row = command.ExecuteReader();
                if (row.Read()) found.Add(TrackRow.Read(row));
            }

            return (IReadOnlyList<Track>)found;
        },
        cancellationToken);

    public Task<TrackPage> SearchAsync(TrackQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(query.Offset);
        if (query.Limit is < 1 or > 1000) throw new ArgumentOutOfRangeException(nameof(query), query.Limit, "Expected a limit between 1 and 1000.");
        return database.ReadAsync(
            connection =>
            {
                var sql = new TrackSql(query);
                using var count = sql.Command(connection, "SELECT count(*) FROM tracks" + sql.Where);
                using var page = sql.Command(
                    connection, $"SELECT {TrackRow.Columns} FROM tracks{sql.Where} {ByArtistAndTitle} LIMIT $limit OFFSET $offset",
                    ("$limit", query.Limit), ("$offset", query.Offset));
                return new TrackPage((int)(long)count.ExecuteScalar()!, ReadAll(page));
            },
            cancellationToken);
    }

    public async IAsyncEnumerable<Track> StreamAsync(
        TrackSource? source = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // Page by page, each with a connection of its own: nobody keeps the write-ahead log from being folded in by reading slowly.
        var after = 0L;
        while (true)
        {
            var start = after;
            var page = await database.ReadAsync(connection => PageAfter(connection, start, source), cancellationToken);
            foreach (var (row, track) in page)
            {
                after = row;
                yield return track;
            }

            if (page.Count < RowsAtOnce) yield break;
        }
    }

    public Task<Facets> FacetsAsync(CancellationToken cancellationToken = default) => database.ReadAsync(
        connection => new Facets(
            FacetReader.Languages(connection), FacetReader.Artists(connection), FacetReader.Genres(connection), FacetReader.Sources(connection)),
        cancellationToken);

    public Task<CatalogueStats> StatsAsync(CancellationToken cancellationToken = default) => database.ReadAsync(
        FacetReader.Stats, cancellationToken);

    public Task<long> VersionAsync(CancellationToken cancellationToken = default) => database.ReadAsync(VersionIn, cancellationToken);

    public async Task<TrackIndex> IndexAsync(CancellationToken cancellationToken = default)
    {
        var version = await VersionAsync(cancellationToken);
        if (_index is { } cached && cached.Version == version) return cached.Index;

        await _indexing.WaitAsync(cancellationToken);
        try
        {
            if (_index is { } other && other.Version >= version) return other.Index; // built while this call waited
            var built = await database.ReadAsync(Build, cancellationToken);
            _index = built;
            return built.Index;
        }
        finally
        {
            _indexing.Release();
        }
    }

    public void Dispose() => _indexing.Dispose();

    private static CachedIndex Build(SqliteConnection connection)
    {
        // Version and rows from one snapshot, else a write in between would go unnoticed.
        using var snapshot = connection.BeginTransaction(deferred: true);
        var version = VersionIn(connection);
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {TrackRow.Columns} FROM tracks ORDER BY row";
        return new(version, TrackIndex.Of(Read(command)));
    }

    private static long VersionIn(SqliteConnection connection) =>
        connection.ExecuteScalar<long>("SELECT CAST(value AS INTEGER) FROM facts WHERE name = 'catalogue_version'");

    private static List<(long Row, Track Track)> PageAfter(SqliteConnection connection, long after, TrackSource? source)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            $"SELECT {TrackRow.Columns}, row FROM tracks WHERE row > $after AND ($source IS NULL OR source = $source) ORDER BY row LIMIT {RowsAtOnce}";
        command.Parameters.AddWithValue("$after", after);
        command.Parameters.AddWithValue("$source", source is { } s ? TrackSources.NameOf(s) : DBNull.Value);
        using var reader = command.ExecuteReader();
        var page = new List<(long, Track)>();
        while (reader.Read()) page.Add((reader.GetInt64(reader.FieldCount - 1), TrackRow.Read(reader)));
        return page;
    }

    private static List<Track> ReadAll(SqliteCommand command) => [.. Read(command)];

    private static IEnumerable<Track> Read(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return TrackRow.Read(reader);
    }

    private sealed record CachedIndex(long Version, TrackIndex Index);
}
