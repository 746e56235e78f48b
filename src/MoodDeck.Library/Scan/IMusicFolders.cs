namespace MoodDeck.Library.Scan;

/// <summary>A folder that was scanned and is remembered.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Tracks">How many tracks of the catalogue lie in it or below.</param>
/// <param name="Skipped">How many audio files below it could not be taken in.</param>
/// <param name="ScannedAt">When a scan last came to its end; null before the first.</param>
public sealed record MusicFolder(string Path, int Tracks, int Skipped, DateTimeOffset? ScannedAt);

/// <summary>The folders of music that were scanned, from the command line or the page. The demo library's is not among them.</summary>
public interface IMusicFolders
{
    /// <summary>The folders, by path.</summary>
    Task<IReadOnlyList<MusicFolder>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Their paths alone, which costs little.</summary>
    Task<IReadOnlyList<string>> ListPathsAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Forgets a folder: its tracks leave the catalogue unless another remembered folder holds them too; its files stay, and so
    /// does the demo library where the data folder lies below it. What a running scan of it still reads is dropped. False when the
    /// folder is not remembered.
    /// </summary>
    Task<bool> RemoveAsync(string folder, CancellationToken cancellationToken = default);
}
