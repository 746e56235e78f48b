using MoodDeck.Core.Music;

namespace MoodDeck.Library.Catalogue;

/// <summary>Groups tracks by artist.</summary>
internal static class ArtistTiles
{
    /// <summary>The artists of these tracks with the text each is found by.</summary>
    public static IEnumerable<(ArtistTile Tile, string Text)> Of(IEnumerable<TileTrack> tracks) => Of(tracks, TileTrack.Folding());

    private static IEnumerable<(ArtistTile Tile, string Text)> Of(IEnumerable<TileTrack> tracks, Func<string?, string> fold) => tracks
        .GroupBy(t => t.ArtistKey, StringComparer.Ordinal)
        .Select(g => (Tile: Tile([.. g], fold), Text: g.Key))
        .OrderBy(t => t.Tile.Playable == 0).ThenBy(t => t.Text, StringComparer.Ordinal)
        // Sorted without its article and found with it.
        .Select(t => (t.Tile, FoldedText.Fold(t.Tile.Name)));

    private static ArtistTile Tile(List<TileTrack> tracks, Func<string?, string> fold) => new(
        TileTrack.Spelling(tracks.Select(t => t.Artist!)), tracks.Where(t => t.Album is not null).Select(t => fold(t.Album)).Distinct(StringComparer.Ordinal).Count(),
        tracks.Count, tracks.Count(t => t.Path is not null), tracks.Find(t => t.ArtworkId is not null)?.Id, [.. tracks.Take(ITiles.MostTrackIds).Select(t => t.Id)]);
}
