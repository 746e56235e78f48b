using MoodDeck.Library.Jobs;

namespace MoodDeck.Library.Scan;

/// <summary>One pass over listed files: what is new or changed becomes jobs, and jobs are worked off.</summary>
internal sealed class ScanRun(
    ScanStore store, IAnalysisJobs jobs, ITrackFileReader reader, FolderListing listing, IReadOnlyDictionary<string, KnownFile> known,
    IProgress<ScanProgress>? progress, TimeProvider time) : IJobWork<TrackFile>
{
    private readonly ScanPace _pace = new(time);
    private int _passedOver, _read, _asked;

    JobKind IJobWork<TrackFile>.Kind => JobKind.Listen;

    /// <summary>New tracks.</summary>
    public int Added { get; private set; }

    /// <summary>Tracks that changed.</summary>
    public int Updated { get; private set; }

    /// <summary>Tracks that lie elsewhere now.</summary>
    public int Moved { get; private set; }

    /// <summary>Files that were as last time, or that others read.</summary>
    public int Unchanged => listing.Files.Count - _read;

    /// <summary>Reads what is new or changed. What was read before a cancellation or a failure is stored all the same.</summary>
    public async Task ReadFilesAsync(string root, int parallel, CancellationToken cancellationToken)
    {
        List<ListedFile> toRead = [];
        foreach (var file in listing.Files)
        {
            if (!known.TryGetValue(file.Path, out var before) || !before.IsStill(file, reader.Version)) toRead.Add(file);
            else progress?.Report(new(++_passedOver, listing.Files.Count, file.Path));
        }

        _asked = toRead.Count;
        // A scan that was broken off may have left work on files that are gone since.
        var listed = listing.Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        await jobs.DropBelowAsync(root, except: path => listed.Contains(path) || File.Exists(path) || listing.IsUnreadable(path));
        await jobs.AddAsync(JobKind.Listen, toRead, reader.Version);
        await new JobWorker<TrackFile>(jobs, this).RunAsync(root, parallel, cancellationToken);
    }

    Task<TrackFile> IJobWork<TrackFile>.DoAsync(AnalysisJob job, CancellationToken cancellationToken) => reader.ReadAsync(job.File.Path, cancellationToken);

    async Task IJobWork<TrackFile>.StoreAsync(IReadOnlyList<(AnalysisJob Job, TrackFile Result)> batch, string worker)
    {
        var tally = await store.SaveAsync(batch, worker, reader.Version);
        Added += tally.Added;
        Updated += tally.Updated;
        Moved += tally.Moved;
        foreach (var (job, _) in batch)
        {
            _read++;
            _pace.Note();
            Report(job.File.Path, _passedOver + _read, isWaiting: false);
        }
    }

    void IJobWork<TrackFile>.Waiting(JobCount left) => Report(null, Math.Max(_passedOver + _read, _passedOver + _asked - left.All), isWaiting: true);

    private void Report(string? path, int done, bool isWaiting)
    {
        var pace = isWaiting ? null : _pace.Of(listing.Files.Count - done);
        progress?.Report(new(Math.Min(done, listing.Files.Count), listing.Files.Count, path, isWaiting, pace?.FilesPerSecond, pace?.Remaining));
    }
}
