using MoodDeck.Library.Jobs;
using MoodDeck.Library.Sound;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Scan;

/// <summary>Scans folders into the database.</summary>
internal sealed class FolderScanner(
    LibraryDatabase database, ITrackFileReader reader, IAnalysisJobs jobs, TrackMoods moods, ScanOptions options) : IFolderScanner
{
    // From so many files on, an empty folder is not believed to have been emptied.
    private const int WholeLibraryFiles = 10;

    private readonly ScanStore _store = new(database);
    private readonly SqlMusicFolders _folders = new(database);

    public async Task<ScanReport> ScanAsync(string folder, IProgress<ScanProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(root)) throw new LibraryException($"{root} is a file. Give the folder it lies in.");
        if (!Directory.Exists(root)) throw new LibraryException($"There is no folder {root}. Check the spelling, and whether its drive is connected.");

        var listing = await Task.Run(() => FolderListing.Of(root, database.Folder, cancellationToken), cancellationToken);
        if (listing.Unreadable.FirstOrDefault(u => u.Path == root) is { } closed) throw new LibraryException($"{root}: {closed.Reason}");

        // Before the files: a scan that is broken off can be asked for again.
        await _folders.RememberAsync(root);
        await moods.RefreshAsync(cancellationToken);
        var known = await _store.KnownBelowAsync(root, cancellationToken);
        var run = new ScanRun(_store, jobs, reader, listing, known, progress, database.Time);
        await run.ReadFilesAsync(root, options.FilesAtOnce, cancellationToken);

        // What others read meanwhile is known now too.
        known = await _store.KnownBelowAsync(root, cancellationToken);
        var (removed, warning) = await ForgetGoneAsync(root, listing, known.Keys);
        await _folders.NoteScannedAsync(root);
        return new(
            root, listing.Files.Count, run.Added, run.Updated, run.Moved, run.Unchanged, removed,
            [.. listing.Unreadable, .. await ProblemsAsync(root, listing, known, cancellationToken)], warning);
    }

    private async Task<IEnumerable<FileProblem>> ProblemsAsync(
        string root, FolderListing listing, Dictionary<string, KnownFile> known, CancellationToken cancellationToken)
    {
        var listed = listing.Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var givenUp = await jobs.GivenUpAsync(JobKind.Listen, root, cancellationToken);
        return known.Values.Where(f => f.Problem is not null).Select(f => new FileProblem(f.Path, f.Problem!, f.ProblemCode ?? ProblemCodes.Other))
            .Concat(givenUp.Select(g => new FileProblem(g.Path, g.Error, ProblemCodes.GaveUp)))
            .Where(p => listed.Contains(p.Path)).OrderBy(p => p.Path, StringComparer.Ordinal);
    }

    private async Task<(int Removed, string? Warning)> ForgetGoneAsync(string root, FolderListing listing, IEnumerable<string> known)
    {
        // A drive that was pulled out has not lost its music: then nothing is forgotten.
        if (!Directory.Exists(root)) return (0, $"{root} vanished during the scan. What was known of it was kept; scan again when it is back.");

        // An unmounted drive leaves its folder behind, empty. A few files may well have been deleted by hand; a whole library
        // that is gone at once is more likely on a drive that is not connected.
        var files = known.ToList();
        if (files.Count >= WholeLibraryFiles && !Directory.EnumerateFileSystemEntries(root).Any())
            return (0, $"{root} is empty, but {files.Count} files were known there. They were kept, in case a drive is not connected.");

        var listed = listing.Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var gone = files
            .Where(path => !listed.Contains(path) && !listing.IsUnreadable(path))
            .Where(path => !File.Exists(path))
            .ToList();
        return (await _store.ForgetAsync(gone), null);
    }
}
