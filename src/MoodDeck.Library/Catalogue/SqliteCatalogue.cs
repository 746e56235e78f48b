using Dapper;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using MoodDeck.Core.Music;
using MoodDeck.Library.Storage;
using MoodDeck.Recommend;

namespace MoodDeck.Library.Catalogue;

/// <summary>The catalogue in SQLite.</summary>
internal sealed class SqliteCatalogue(LibraryDatabase database) : ICatalogue, IDisposable
{
    private const int RowsAtOnce = 2000;
    private readonly VersionedCache<Facets> _facets = new(database, FacetReader.Facets);
    private readonly VersionedCache<CatalogueStats> _stats = new(database, FacetReader.Stats);
    private readonly VersionedCache<TrackIndex> _index = new(database, ReadIndex);
    private readonly QuickSearch _search = new(database);

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

    public async Task<Track?> FindByPathAsync(string path, CancellationToken cancellationToken = default)
    {
        var id = await database.ReadAsync(
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
        return database.ReadAsync(
            connection =>
            {
                // One snapshot: rows are those of the version that was looked at.
                using var snapshot = connection.BeginTransaction(deferred: true);
                if (query.HasOnlyText && _search.TryGet(CatalogueVersion.In(connection)) is { } shelf)
                {
                    var (total, rows) = shelf.Find(SearchText.Words(query.Text), query.Offset, query.Limit);
                    return new TrackPage(total, ReadRows(connection, rows));
                }

                var sql = new TrackSql(query);
                using var count = sql.Command(connection, "SELECT count(*) FROM tracks" + sql.Where);
                using var page = sql.Command(
                    connection, $"SELECT {TrackRow.Columns} FROM tracks{sql.Where} {SearchShelf.ByArtistAndTitle} LIMIT $limit OFFSET $offset",
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

    public Task WarmUpAsync(CancellationToken cancellationToken = default) => _search.MakeAsync(cancellationToken);

    public Task<Facets> FacetsAsync(CancellationToken cancellationToken = default) => _facets.GetAsync(cancellationToken);

    public Task<CatalogueStats> StatsAsync(CancellationToken cancellationToken = default) => _stats.GetAsync(cancellationToken);

    public Task<long> VersionAsync(CancellationToken cancellationToken = default) => database.ReadAsync(CatalogueVersion.In, cancellationToken);

    public Task<TrackIndex> IndexAsync(CancellationToken cancellationToken = default) => _index.GetAsync(cancellationToken);

    public void Dispose()
    {
        _facets.Dispose();
        _stats.Dispose();
        _index.Dispose();
        _search.Dispose();
    }

    private static List<Track> ReadRows(SqliteConnection connection, List<long> rows)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {TrackRow.Columns} FROM tracks WHERE row = $row";
        var row = command.Parameters.Add("$row", SqliteType.Integer);
        var tracks = new List<Track>(rows.Count);
        foreach (var number in rows)
        {
            row.Value = number;
            tracks.AddRange(Read(command));
        }

        return tracks;
    }

    private static TrackIndex ReadIndex(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {TrackRow.Columns} FROM tracks ORDER BY row";
        return TrackIndex.Of(Read(command));
    }

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
}
