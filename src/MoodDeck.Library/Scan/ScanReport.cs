namespace MoodDeck.Library.Scan;

/// <summary>How far a scan is.</summary>
/// <param name="Done">Files dealt with.</param>
/// <param name="Found">Audio files found.</param>
/// <param name="Path">The file just dealt with; null before the first.</param>
/// <param name="Waiting">Whether it waits for another scan of the same catalogue to end.</param>
public sealed record ScanProgress(int Done, int Found, string? Path, bool Waiting = false);

/// <summary>A file that could not be taken in.</summary>
/// <param name="Path">The file.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record FileProblem(string Path, string Reason);

/// <summary>What a scan did.</summary>
/// <param name="Folder">The folder scanned.</param>
/// <param name="Found">Audio files found.</param>
/// <param name="Added">New tracks.</param>
/// <param name="Updated">Tracks whose file had changed.</param>
/// <param name="Unchanged">Files that were as last time, good or bad.</param>
/// <param name="Removed">Tracks whose file is gone.</param>
/// <param name="Problems">Files that were skipped.</param>
/// <param name="Warning">A sentence about the scan as a whole, such as a folder that vanished; else null.</param>
public sealed record ScanReport(
    string Folder, int Found, int Added, int Updated, int Unchanged, int Removed, IReadOnlyList<FileProblem> Problems, string? Warning);

/// <summary>Takes the audio files of a folder into the catalogue.</summary>
public interface IFolderScanner
{
    /// <summary>
    /// Scans a folder and everything below it. A file that cannot be read is named and skipped. Waits while another scan
    /// of the same catalogue runs. What was done before a cancellation stays.
    /// </summary>
    /// <exception cref="LibraryException">The folder does not exist or cannot be read.</exception>
    Task<ScanReport> ScanAsync(string folder, IProgress<ScanProgress>? progress = null, CancellationToken cancellationToken = default);
}
