using MoodDeck.Core.Music;

namespace MoodDeck.Library.Catalogue;

/// <summary>What a track is compared and found by.</summary>
/// <param name="Artist">Its artist, folded.</param>
/// <param name="Genre">Its genre, folded.</param>
/// <param name="Search">Its title, artist and album, folded.</param>
internal readonly record struct TrackKeys(string Artist, string Genre, string Search)
{
    /// <summary>The keys of a track.</summary>
    public static TrackKeys Of(Track track) => new(FoldedText.FoldArtist(track.Artist), FoldedText.Fold(track.Genre), SearchText.Of(track));
}
