using System.Data.Common;
using Dapper;
using MoodDeck.Core.Music;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Catalogue;

/// <summary>Albums and artists, worked out from all tracks once for each state of the catalogue and looked up in memory.</summary>
internal sealed class Tiles(LibraryDatabase database) : ITiles, IDisposable
{
    private readonly VersionedCache<Shelf<AlbumTile>> _albums = new(database, c => new([.. AlbumTiles.Of(Read(c, "album IS NOT NULL AND album <> ''"))]));
    private readonly VersionedCache<Shelf<ArtistTile>> _artists = new(database, c => new([.. ArtistTiles.Of(Read(c, "artist_key <> ''"))]));

    public async Task<TilePage<AlbumTile>> AlbumsAsync(string? query, int limit, int offset, CancellationToken cancellationToken = default) =>
        (await _albums.GetAsync(cancellationToken)).Page(query, limit, offset);

    public async Task<TilePage<ArtistTile>> ArtistsAsync(string? query, int limit, int offset, CancellationToken cancellationToken = default) =>
        (await _artists.GetAsync(cancellationToken)).Page(query, limit, offset);

    public void Dispose()
    {
        _albums.Dispose();
        _artists.Dispose();
    }

    private static IEnumerable<TileTrack> Read(DbConnection connection, string condition) => connection.Query<TileTrack>(
        $"""
        SELECT id AS Id, artist AS Artist, artist_key AS ArtistKey, album AS Album, year AS Year, path AS Path, artwork_id AS ArtworkId,
            track_number AS TrackNumber, disc_number AS DiscNumber
        FROM tracks WHERE {condition} ORDER BY path IS NULL, path, row
        """,
        buffered: false);

    /// <summary>Tiles with the folded text they are found by, in the order they are shown.</summary>
    private sealed class Shelf<T>(List<(T Tile, string Text)> tiles)
    {
        public TilePage<T> Page(string? query, int limit, int offset)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
            ArgumentOutOfRangeException.ThrowIfNegative(offset);
            var words = SearchText.Words(query);
            var found = words.Length == 0 ? tiles : tiles.FindAll(t => Array.TrueForAll(words, w => t.Text.Contains(w, StringComparison.Ordinal)));
            return new(found.Count, [.. found.Skip(offset).Take(limit).Select(t => t.Tile)]);
        }
    }
}

/// <summary>What of a track a tile is made of.</summary>
internal sealed record TileTrack
{
    public string Id { get; init; } = "";

    public string? Artist { get; init; }

    public string ArtistKey { get; init; } = "";

    public string? Album { get; init; }

    public long? Year { get; init; }

    public string? Path { get; init; }

    public string? ArtworkId { get; init; }

    public long? TrackNumber { get; init; }

    public long? DiscNumber { get; init; }

    /// <summary>Folds texts of which many are the same.</summary>
    public static Func<string?, string> Folding()
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        return text => text is null ? "" : known.TryGetValue(text, out var folded) ? folded : known[text] = FoldedText.Fold(text);
    }

    /// <summary>The spelling most of these use; the first of several.</summary>
    public static string Spelling(IEnumerable<string> texts) => texts.CountBy(t => t, StringComparer.Ordinal).MaxBy(c => c.Value).Key;
}
