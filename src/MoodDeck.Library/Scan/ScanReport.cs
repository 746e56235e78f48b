namespace MoodDeck.Library.Scan;

/// <summary>How far a scan is.</summary>
/// <param name="Done">Files dealt with.</param>
/// <param name="Found">Audio files found.</param>
/// <param name="Path">The file just dealt with; null before the first.</param>
/// <param name="Waiting">Whether all that is left is being read by another scan of the same catalogue.</param>
/// <param name="FilesPerSecond">How many files a second were read of late; null while that cannot be told.</param>
/// <param name="Remaining">How long the rest will take at that rate; null while that cannot be told.</param>
public sealed record ScanProgress(int Done, int Found, string? Path, bool Waiting = false, double? FilesPerSecond = null, TimeSpan? Remaining = null);

/// <summary>A file that could not be taken in.</summary>
/// <param name="Path">The file.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Code">What kind of problem it is, one of <see cref="ProblemCodes"/>.</param>
public sealed record FileProblem(string Path, string Reason, string Code = ProblemCodes.Other);

/// <summary>Kinds of problems a file can have.</summary>
public static class ProblemCodes
{
    /// <summary>It ends before the music does: probably half written.</summary>
    public const string Truncated = "truncated";

    /// <summary>It has no bytes.</summary>
    public const string Empty = "empty";

    /// <summary>It holds no audio.</summary>
    public const string NotAudio = "notAudio";

    /// <summary>It, or its folder, may not be read, or is gone.</summary>
    public const string Missing = "missing";

    /// <summary>It was tried several times, and something broke each time.</summary>
    public const string GaveUp = "gaveUp";

    /// <summary>Something else.</summary>
    public const string Other = "other";
}

/// <summary>What a scan did.</summary>
/// <param name="Folder">The folder scanned.</param>
/// <param name="Found">Audio files found.</param>
/// <param name="Added">New tracks.</param>
/// <param name="Updated">Tracks whose file had changed.</param>
/// <param name="Moved">Tracks whose file lies elsewhere now.</param>
/// <param name="Unchanged">Files that were as last time, good or bad, or that another scan read meanwhile.</param>
/// <param name="Removed">Tracks whose file is gone.</param>
/// <param name="Problems">Files that were skipped.</param>
/// <param name="Warning">A sentence about the scan as a whole, such as a folder that vanished; else null.</param>
public sealed record ScanReport(
    string Folder, int Found, int Added, int Updated, int Moved, int Unchanged, int Removed, IReadOnlyList<FileProblem> Problems, string? Warning);

/// <summary>Takes the audio files of a folder into the catalogue.</summary>
public interface IFolderScanner
{
    /// <summary>
    /// Scans a folder and everything below it. A file that cannot be read is named and skipped. Several scans at once, of one
    /// folder even and in several processes, share the work. What was done before a cancellation stays, and the next scan goes on
    /// from there, also after a process was killed.
    /// </summary>
    /// <exception cref="LibraryException">The folder does not exist or cannot be read.</exception>
    Task<ScanReport> ScanAsync(string folder, IProgress<ScanProgress>? progress = null, CancellationToken cancellationToken = default);
}
