using System.Threading.Channels;

namespace MoodDeck.Library.Scan;

/// <summary>One pass over listed files: several are read at once, one writer stores them in batches.</summary>
internal sealed class ScanRun(
    ScanStore store, ITrackFileReader reader, FolderListing listing, Dictionary<string, KnownFile> known, IProgress<ScanProgress>? progress)
{
    // A killed scan loses at most this many files' work.
    private const int BatchSize = 16;
    private readonly List<FileProblem> _problems = [];
    private int _done;

    /// <summary>New tracks.</summary>
    public int Added { get; private set; }

    /// <summary>Tracks that changed.</summary>
    public int Updated { get; private set; }

    /// <summary>Files that were as last time.</summary>
    public int Unchanged { get; private set; }

    /// <summary>Files that were skipped.</summary>
    public IReadOnlyList<FileProblem> Problems => [.. _problems.OrderBy(p => p.Path, StringComparer.Ordinal)];

    /// <summary>Reads what is new or changed. What was read before a cancellation or a failure is stored all the same.</summary>
    public async Task ReadFilesAsync(CancellationToken cancellationToken)
    {
        var toRead = new List<ListedFile>();
        foreach (var file in listing.Files)
        {
            if (!known.TryGetValue(file.Path, out var before) || !before.IsStill(file, reader.Version)) toRead.Add(file);
            else PassOver(before);
        }

        var results = Channel.CreateBounded<(ListedFile, TrackFile)>(BatchSize);
        var storing = StoreAsync(results.Reader);
        var reading = Parallel.ForEachAsync(
            toRead,
            new ParallelOptions { MaxDegreeOfParallelism = Math.Clamp(Environment.ProcessorCount, 1, 8), CancellationToken = cancellationToken },
            async (file, cancel) => await results.Writer.WriteAsync((file, await reader.ReadAsync(file.Path, cancel)), CancellationToken.None));
        try
        {
            // If storing fails (a full disk), reading must not wait for room that never comes.
            await await Task.WhenAny(reading, storing);
            await reading;
        }
        finally
        {
            results.Writer.TryComplete();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await storing;
        }
    }

    private void PassOver(KnownFile file)
    {
        Unchanged++;
        if (file.Problem is { } problem) _problems.Add(new(file.Path, problem));
        progress?.Report(new(++_done, listing.Files.Count, file.Path));
    }

    private async Task StoreAsync(ChannelReader<(ListedFile File, TrackFile Read)> results)
    {
        var batch = new List<(ListedFile File, TrackFile Read)>(BatchSize);
        await foreach (var result in results.ReadAllAsync())
        {
            if (result.Read.Problem is { } problem) _problems.Add(new(result.File.Path, problem));
            // A file that went away while it was to be read is not remembered as bad.
            if (result.Read.Track is not null || File.Exists(result.File.Path)) batch.Add(result);
            progress?.Report(new(++_done, listing.Files.Count, result.File.Path));
            if (batch.Count == BatchSize) await SaveAsync(batch);
        }

        await SaveAsync(batch);
    }

    private async Task SaveAsync(List<(ListedFile File, TrackFile Read)> batch)
    {
        if (batch.Count == 0) return;
        var (added, updated) = await store.SaveAsync(batch, reader.Version);
        Added += added;
        Updated += updated;
        batch.Clear();
    }
}
