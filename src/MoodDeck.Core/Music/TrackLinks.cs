namespace MoodDeck.Core.Music;

/// <summary>Addresses that open a search for a track at a service. Nothing is requested until the user follows one.</summary>
public static class TrackLinks
{
    /// <summary>A Spotify search for artist and title.</summary>
    public static string Spotify(Track track) => "https://open.spotify.com/search/" + Query(track);

    /// <summary>A YouTube search for artist and title.</summary>
    public static string YouTube(Track track) => "https://www.youtube.com/results?search_query=" + Query(track);

    private static string Query(Track track)
    {
        ArgumentNullException.ThrowIfNull(track);
        return Uri.EscapeDataString(track.Artist is { Length: > 0 } artist ? $"{artist} {track.Title}" : track.Title);
    }
}
