using MoodDeck.Library.Scan;

namespace MoodDeck.Server.Folders;

/// <summary>A remembered folder of music.</summary>
/// <param name="Path">Absolute path on this machine.</param>
/// <param name="Present">Whether it is there now; false where its drive is not connected.</param>
/// <param name="Tracks">How many tracks of the catalogue lie in it.</param>
/// <param name="Skipped">How many audio files in it could not be taken in.</param>
/// <param name="ScannedAt">When a scan last came to its end; null before the first.</param>
internal sealed record FolderAnswer(string Path, bool Present, int Tracks, int Skipped, DateTimeOffset? ScannedAt)
{
    public static FolderAnswer Of(MusicFolder folder) => new(folder.Path, Directory.Exists(folder.Path), folder.Tracks, folder.Skipped, folder.ScannedAt);
}

/// <summary>A folder to scan.</summary>
internal sealed record FolderBody(string? Path);

/// <summary>A file that a scan skipped.</summary>
/// <param name="File">Where it lies within the folder.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Code">What kind of problem it is: <c>truncated, empty, notAudio, missing, gaveUp</c> or <c>other</c>.</param>
internal sealed record SkippedFileAnswer(string File, string Reason, string Code);

/// <summary>A file that scans could not take in.</summary>
/// <param name="Folder">The remembered folder it lies in; null where that is remembered no more.</param>
/// <param name="File">Where it lies within that folder.</param>
/// <param name="Code">What kind of problem it is, as in <see cref="SkippedFileAnswer"/>.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="At">Since when that is known; null from before that was noted.</param>
internal sealed record FileProblemAnswer(string? Folder, string File, string Code, string Reason, DateTimeOffset? At)
{
    public static FileProblemAnswer Of(KnownProblem known, IReadOnlyList<string> folders)
    {
        var path = known.Problem.Path;
        var folder = folders.Where(f => path.StartsWith(f + Path.DirectorySeparatorChar, StringComparison.Ordinal)).MaxBy(f => f.Length);
        return new(folder, folder is null ? path : Path.GetRelativePath(folder, path), known.Problem.Code, known.Problem.Reason, known.At);
    }
}

/// <summary>Some of the files that scans could not take in.</summary>
/// <param name="Total">How many there are in all.</param>
/// <param name="Problems">These of them, by path.</param>
internal sealed record FileProblemsAnswer(int Total, IReadOnlyList<FileProblemAnswer> Problems);

/// <summary>How far a scan is, or how the last one ended.</summary>
/// <param name="State"><c>idle, running, ready, stopped</c> or <c>failed</c>.</param>
/// <param name="Folder">The folder at hand; null while idle.</param>
/// <param name="Done">Files dealt with.</param>
/// <param name="Total">Audio files found so far.</param>
/// <param name="File">Name of the file just dealt with, without its path.</param>
/// <param name="Waiting">Whether it waits for another scan of the same catalogue, from the command line.</param>
/// <param name="Added">New tracks.</param>
/// <param name="Updated">Tracks whose file had changed.</param>
/// <param name="Moved">Tracks whose file lies elsewhere now.</param>
/// <param name="Unchanged">Files that were as last time.</param>
/// <param name="Removed">Tracks whose file is gone.</param>
/// <param name="Skipped">Files that could not be taken in.</param>
/// <param name="Problems">The first of them.</param>
/// <param name="Warnings">Sentences about whole folders, such as one that vanished.</param>
/// <param name="Detail">Why it failed; else null.</param>
/// <param name="FilesPerSecond">How fast files are read; null while that cannot be told.</param>
/// <param name="RemainingSeconds">How long the folder at hand will take at that rate; null while that cannot be told.</param>
/// <param name="Measuring">How far the measuring of whole files is, which goes on in the background after a scan; null while there is nothing to do.</param>
internal sealed record ScanAnswer(
    string State, string? Folder, int Done, int Total, string? File, bool Waiting, int Added, int Updated, int Moved, int Unchanged, int Removed, int Skipped,
    IReadOnlyList<SkippedFileAnswer> Problems, IReadOnlyList<string> Warnings, string? Detail,
    double? FilesPerSecond = null, double? RemainingSeconds = null, MeasuringAnswer? Measuring = null)
{
    public const string Idle = "idle", Running = "running", Ready = "ready", Stopped = "stopped", Failed = "failed";

    /// <summary>How many skipped files are named.</summary>
    public const int NamedProblems = 50;

    /// <summary>Before the first scan.</summary>
    public static readonly ScanAnswer None = new(Idle, null, 0, 0, null, false, 0, 0, 0, 0, 0, 0, [], [], null);

    /// <summary>This with what the scan of one more folder did.</summary>
    public ScanAnswer With(ScanReport report) => this with
    {
        Added = Added + report.Added,
        Updated = Updated + report.Updated,
        Moved = Moved + report.Moved,
        Unchanged = Unchanged + report.Unchanged,
        Removed = Removed + report.Removed,
        Skipped = Skipped + report.Problems.Count,
        Problems = [.. Problems, .. report.Problems.Take(NamedProblems - Problems.Count).Select(p => new SkippedFileAnswer(Path.GetRelativePath(report.Folder, p.Path), p.Reason, p.Code))],
        Warnings = report.Warning is { } warning ? [.. Warnings, warning] : Warnings,
    };
}

/// <summary>A folder below another, to choose from.</summary>
internal sealed record PlaceAnswer(string Name, string Path);

/// <summary>What can be chosen at a place of this machine's disk.</summary>
/// <param name="Path">The place.</param>
/// <param name="Parent">The folder it lies in; null at the top.</param>
/// <param name="AudioFiles">Audio files that lie directly in it.</param>
/// <param name="Folders">The folders in it, by name, without hidden ones.</param>
/// <param name="More">Whether there are more than are listed.</param>
internal sealed record PlacesAnswer(string Path, string? Parent, int AudioFiles, IReadOnlyList<PlaceAnswer> Folders, bool More);
