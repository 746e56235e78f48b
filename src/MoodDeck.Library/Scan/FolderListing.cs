using MoodDeck.Audio.Probing;
using MoodDeck.Library.Lyrics;

namespace MoodDeck.Library.Scan;

/// <summary>An audio file as the file system describes it.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="SizeBytes">Its size.</param>
/// <param name="ModifiedAt">
/// When it was last written, in UTC ticks; another number whenever a file with its words comes, goes or is written anew beside it.
/// </param>
internal sealed record ListedFile(string Path, long SizeBytes, long ModifiedAt);

/// <summary>The audio files below a folder, and the folders that could not be looked into.</summary>
/// <param name="Files">By path.</param>
/// <param name="Unreadable">With the reason.</param>
internal sealed record FolderListing(IReadOnlyList<ListedFile> Files, IReadOnlyList<FileProblem> Unreadable)
{
    /// <summary>Whether a path lies in a folder that could not be looked into.</summary>
    public bool IsUnreadable(string path) => Unreadable.Any(u => path.StartsWith(u.Path + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    /// <summary>
    /// Lists a folder and everything below it. Links are followed, circles of them once. What MoodDeck keeps in its data folder is
    /// nobody's music: a folder around it is listed without it, and only a folder within is listed for itself.
    /// </summary>
    public static FolderListing Of(string root, DataFolder data, CancellationToken cancellationToken)
    {
        var realRoot = FolderTree.RealPath(root);
        var own = FolderTree.IsBelow(realRoot, data.RealPath) ? null : data.RealPath;
        var files = new List<ListedFile>();
        var unreadable = new List<FileProblem>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<(DirectoryInfo Folder, string RealPath)>([(new(root), realRoot)]);
        while (open.TryPop(out var next))
        {
            var (folder, real) = next;
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                if (!seen.Add(real)) continue;
                foreach (var entry in folder.EnumerateFileSystemInfos())
                {
                    var isFolder = entry is DirectoryInfo;
                    if (!isFolder && !AudioFormats.IsAudioName(entry.Name)) continue;
                    var realEntry = entry.LinkTarget is null ? Path.Combine(real, entry.Name) : FolderTree.RealPath(entry.FullName);
                    if (own is not null && FolderTree.IsBelow(realEntry, own)) continue;
                    if (isFolder) open.Push((new(entry.FullName), realEntry));
                    else if (Describe(entry.FullName) is { } file) files.Add(file);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                unreadable.Add(new(folder.FullName, $"The folder cannot be read: {StoreErrors.ReasonOf(e)}", ProblemCodes.Missing));
            }
        }

        return new([.. files.OrderBy(f => f.Path, StringComparer.Ordinal)], unreadable);
    }

    /// <summary>A file as it is; null when it is not there.</summary>
    public static ListedFile? Describe(string path)
    {
        try
        {
            // A link's own size says nothing; a link to nowhere is no file.
            var file = new FileInfo(path);
            var target = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
            if (target is not { Exists: true }) return null;
            // The words may well be older than the file they come to, so the later of both times would not tell.
            var words = LyricsFinder.FileBeside(path) is { } lyrics ? File.GetLastWriteTimeUtc(lyrics).Ticks * 31 : 0;
            return new(path, target.Length, target.LastWriteTimeUtc.Ticks ^ words);
        }
        catch (IOException)
        {
            return null; // a link that leads to itself; the files beside it are still read
        }
    }
}
