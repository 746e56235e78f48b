using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using MoodDeck.Core.Music;
using MoodDeck.Library.Storage;
using MoodDeck.Recommend;

namespace MoodDeck.Library.Catalogue;

/// <summary>Reads the catalogue from the database.</summary>
internal sealed class SqlCatalogue : ICatalogue, IDisposable
{
    private const int RowsAtOnce = 2000;
    private readonly LibraryDatabase _database;
    private readonly VersionedCache<Facets> _facets;
    private readonly VersionedCache<CatalogueStats> _stats;
    private readonly VersionedCache<TrackIndex> _index;
    private readonly QuickSearch _search;
    private readonly IndexSnapshot _snapshot;

    public SqlCatalogue(LibraryDatabase database)
    {
        _database = database;
        _facets = new(database, FacetReader.Facets);
        _stats = new(database, FacetReader.Stats);
        _snapshot = new(database);
        _index = new(database, _snapshot.Read);
        _search = new(database);
    }

    public async Task<Track?> FindAsync(string id, CancellationToken cancellationToken = default) =>
        await FindAsync([id], cancellationToken) is [var track] ? track : null;

    public Task<IReadOnlyList<Track>> FindAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken = default) =>
        _database.ReadAsync(connection => TrackRow.Find(connection, null, ids), cancellationToken);

    public async Task<Track?> FindByPathAsync(string path, CancellationToken cancellationToken = default)
    {
        var id = await _database.ReadAsync(
            connection => connection.QueryFirstOrDefault<string?>(
                "SELECT id FROM tracks WHERE path = @path UNION ALL SELECT track_id FROM scanned_files WHERE path = @path AND track_id IS NOT NULL", new { path }),
            cancellationToken);
        return id is null ? null : await FindAsync(id, cancellationToken);
    }

    public Task<TrackPage> SearchAsync(TrackQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(query.Offset);
        if (query.Limit is < 1 or > 1000) throw new ArgumentOutOfRangeException(nameof(query), query.Limit, "Expected a limit between 1 and 1000.");
        return _database.SnapshotAsync(
            // Rows are those of the version that was looked at.
            (connection, _) =>
            {
                if (query.HasOnlyText && _search.TryGet(CatalogueVersion.In(connection)) is { } shelf)
                {
                    var (total, rows) = shelf.Find(SearchText.Words(query.Text), query.Offset, query.Limit);
                    return new TrackPage(total, ReadRows(connection, rows));
                }

                var sql = new TrackSql(query, _database.Engine);
                using var count = sql.Command(connection, "SELECT count(*) FROM tracks" + sql.Where);
                using var page = sql.Command(
                    connection, $"SELECT {TrackRow.Columns} FROM tracks{sql.Where} {SearchShelf.ByArtistAndTitle} LIMIT @limit OFFSET @offset",
                    ("@limit", query.Limit), ("@offset", query.Offset));
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
            var page = await _database.ReadAsync(connection => PageAfter(connection, start, source), cancellationToken);
            foreach (var (row, track) in page)
            {
                after = row;
                yield return track;
            }

            if (page.Count < RowsAtOnce) yield break;
        }
    }

    public async Task WarmUpAsync(CancellationToken cancellationToken = default)
    {
        // One after the other, in the order they are asked for: a queue is what people start a player for.
        await IndexAsync(cancellationToken);
        await _search.MakeAsync(cancellationToken);
    }

    public Task<Facets> FacetsAsync(CancellationToken cancellationToken = default) => _facets.GetAsync(cancellationToken);

    public Task<CatalogueStats> StatsAsync(CancellationToken cancellationToken = default) => _stats.GetAsync(cancellationToken);

    public Task<long> VersionAsync(CancellationToken cancellationToken = default) => _database.ReadAsync(CatalogueVersion.In, cancellationToken);

    public Task<TrackIndex> IndexAsync(CancellationToken cancellationToken = default) => _index.GetAsync(cancellationToken);

    public void Dispose()
    {
        _facets.Dispose();
        _stats.Dispose();
        _index.Dispose();
        _snapshot.Dispose();
        _search.Dispose();
    }

    private static List<Track> ReadRows(DbConnection connection, List<long> rows)
    {
        using var command = connection.Command($"SELECT {TrackRow.Columns} FROM tracks WHERE row = @row");
        var row = command.Add("@row", DbType.Int64);
        var tracks = new List<Track>(rows.Count);
        foreach (var number in rows)
        {
            row.Value = number;
            tracks.AddRange(Read(command));
        }

        return tracks;
    }

    private static List<(long Row, Track Track)> PageAfter(DbConnection connection, long after, TrackSource? source)
    {
        using var command = connection.Command(
            $"SELECT {TrackRow.Columns}, row FROM tracks WHERE row > @after{(source is null ? "" : " AND source = @source")} ORDER BY row LIMIT {RowsAtOnce}");
        command.Add("@after", after);
        if (source is { } s) command.Add("@source", TrackSources.NameOf(s));
        using var reader = command.ExecuteReader();
        var page = new List<(long, Track)>();
        while (reader.Read()) page.Add((reader.GetInt64(reader.FieldCount - 1), TrackRow.Read(reader)));
        return page;
    }

    private static List<Track> ReadAll(DbCommand command) => [.. Read(command)];

    private static IEnumerable<Track> Read(DbCommand command)
    {
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return TrackRow.Read(reader);
    }
}
