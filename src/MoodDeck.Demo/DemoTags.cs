using MoodDeck.Audio.Encoding;

namespace MoodDeck.Demo;

/// <summary>The tags the pieces carry.</summary>
internal static class DemoTags
{
    /// <summary>
    /// Says where the music is from. The edition goes up whenever the pieces change, so that a folder of an older edition is
    /// made anew.
    /// </summary>
    public const string Comment = "Composed and synthesised by MoodDeck, edition 4";

    /// <summary>The tags of a piece; it is numbered within its album.</summary>
    public static AudioTags Of(DemoPiece piece) => new()
    {
        Title = piece.Title,
        Artist = piece.FullArtist,
        Album = piece.Album,
        TrackNumber = DemoCatalogue.Pieces.Count(p => p.Album == piece.Album && p.Number <= piece.Number),
        Year = DemoPiece.Year,
        Genre = piece.Genre,
        Language = DemoPiece.Language,
        Comment = Comment,
        Mood = piece.Mood,
    };
}
