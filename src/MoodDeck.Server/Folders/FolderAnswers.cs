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
internal sealed record SkippedFileAnswer(string File, string Reason);

/// <summary>How far a scan is, or how the last one ended.</summary>
/// <param name="State"><c>idle, running, ready, stopped</c> or <c>failed</c>.</param>
/// <param name="Folder">The folder at hand; null while idle.</param>
/// <param name="Done">Files dealt with.</param>
/// <param name="Total">Audio files found so far.</param>
/// <param name="File">Name of the file just dealt with, without its path.</param>
/// <param name="Waiting">Whether it waits for another scan of the same catalogue, from the command line.</param>
/// <param name="Added">New tracks.</param>
/// <param name="Updated">Tracks whose file had changed.</param>
/// <param name="Unchanged">Files that were as last time.</param>
/// <param name="Removed">Tracks whose file is gone.</param>
/// <param name="Skipped">Files that could not be taken in.</param>
/// <param name="Problems">The first of them.</param>
/// <param name="Warnings">Sentences about whole folders, such as one that vanished.</param>
/// <param name="Detail">Why it failed; else null.</param>
internal sealed record ScanAnswer(
    string State, string? Folder, int Done, int Total, string? File, bool Waiting, int Added, int Updated, int Unchanged, int Removed, int Skipped,
    IReadOnlyList<SkippedFileAnswer> Problems, IReadOnlyList<string> Warnings, string? Detail)
{
    public const string Idle = "idle", Running = "running", Ready = "ready", Stopped = "stopped", Failed = "failed";

    /// <summary>How many skipped files are named.</summary>
    public const int NamedProblems = 50;

    /// <summary>Before the first scan.</summary>
    public static readonly ScanAnswer None = new(Idle, null, 0, 0, null, false, 0, 0, 0, 0, 0, [], [], null);

    /// <summary>This with what the scan of one more folder did.</summary>
    public ScanAnswer With(ScanReport report) => this with
    {
        Added = Added + report.Added,
        Updated = Updated + report.Updated,
        Unchanged = Unchanged + report.Unchanged,
        Removed = Removed + report.Removed,
        Skipped = Skipped + report.Problems.Count,
        Problems = [.. Problems, .. report.Problems.Take(NamedProblems - Problems.Count).Select(p => new SkippedFileAnswer(Path.GetRelativePath(report.Folder, p.Path), p.Reason))],
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
