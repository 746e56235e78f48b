namespace MoodDeck.Library.Lyrics;

/// <summary>The words of a song as they were found.</summary>
/// <param name="Text">LRC or plain text.</param>
/// <param name="Language">ISO 639-1 code; null when unknown.</param>
public sealed record StoredLyrics(string Text, string? Language);

/// <summary>The words of songs.</summary>
public interface ILyricsStore
{
    /// <summary>The words of a track; null when there are none.</summary>
    Task<StoredLyrics?> FindAsync(string trackId, CancellationToken cancellationToken = default);

    /// <summary>Stores the words of a track, or removes them when <paramref name="lyrics"/> is null; false when there is no such track.</summary>
    Task<bool> SetAsync(string trackId, StoredLyrics? lyrics, CancellationToken cancellationToken = default);
}
