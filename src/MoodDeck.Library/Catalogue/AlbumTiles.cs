using MoodDeck.Core.Music;

namespace MoodDeck.Library.Catalogue;

/// <summary>Groups tracks into albums.</summary>
internal static class AlbumTiles
{
    /// <summary>
    /// The albums of these tracks with the text each is found by. Tracks of one folder that name the same album are one,
    /// so that a compilation is not torn apart; without a folder, and over several discs, the artist holds an album together.
    /// </summary>
    public static IEnumerable<(AlbumTile Tile, string Text)> Of(IEnumerable<TileTrack> tracks) => Of(tracks, TileTrack.Folding());

    private static IEnumerable<(AlbumTile Tile, string Text)> Of(IEnumerable<TileTrack> tracks, Func<string?, string> fold) => tracks
        .Select(t => (Track: t, Key: fold(t.Album)))
        .GroupBy(t => (t.Key, Place: t.Track.Path is { } path ? Path.GetDirectoryName(path) : "\0" + t.Track.ArtistKey))
        .Select(g => (g.Key.Key, Artist: SingleArtist(g.Select(t => t.Track.ArtistKey)), g.Key.Place, Tracks: g.Select(t => t.Track).ToList()))
        .GroupBy(g => (g.Key, g.Artist, Place: g.Artist is null ? g.Place : null))
        .Select(g => Tile([.. InOrder(g.SelectMany(part => part.Tracks))], g.Key.Artist is not null))
        .Select(tile => (Tile: tile, Text: FoldedText.Fold($"{tile.Title} {tile.Artist}")))
        .OrderBy(t => t.Tile.Playable == 0).ThenBy(t => t.Text, StringComparer.Ordinal);

    private static string? SingleArtist(IEnumerable<string> keys) => keys.Distinct(StringComparer.Ordinal).Take(2).ToList() is [{ Length: > 0 } only] ? only : null;

    // Discs without a number of their own lie in folders of their own.
    private static IEnumerable<TileTrack> InOrder(IEnumerable<TileTrack> tracks) => tracks
        .OrderBy(t => t.Path is null).ThenBy(t => t.DiscNumber ?? 0).ThenBy(t => Path.GetDirectoryName(t.Path), StringComparer.Ordinal)
        .ThenBy(t => t.TrackNumber ?? long.MaxValue);

    private static AlbumTile Tile(List<TileTrack> tracks, bool ofOneArtist) => new(
        TileTrack.Spelling(tracks.Select(t => t.Album!)), ofOneArtist ? TileTrack.Spelling(tracks.Select(t => t.Artist!)) : null,
        (int?)tracks.Min(t => t.Year), tracks.Count, tracks.Count(t => t.Path is not null), tracks.Find(t => t.ArtworkId is not null)?.Id,
        [.. tracks.Take(ITiles.MostTrackIds).Select(t => t.Id)]);
}
