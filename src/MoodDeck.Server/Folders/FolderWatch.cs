using Microsoft.Extensions.Hosting;
using MoodDeck.Library.Scan;

namespace MoodDeck.Server.Folders;

/// <summary>How remembered folders are watched.</summary>
internal sealed record WatchOptions
{
    /// <summary>A folder is scanned when nothing has changed in it for so long.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>It is scanned after so long even while files still come.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Every folder is looked through so often: drives of other machines do not tell of changes.</summary>
    public TimeSpan Round { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>A folder that could not be scanned is tried again after so long.</summary>
    public TimeSpan AfterFailure { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How often all this is looked at.</summary>
    public TimeSpan Tick { get; init; } = TimeSpan.FromSeconds(1);
}

/// <summary>Keeps the catalogue true to the remembered folders: scans them at start, when something changes in them, and now and then.</summary>
internal sealed partial class FolderWatch(
    IMusicFolders folders, ScanJob job, WatchOptions options, TimeProvider time, ILogger<FolderWatch> logger) : BackgroundService
{
    private readonly Dictionary<string, WatchedFolder> _watched = new(StringComparer.Ordinal);
    private string? _said;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(options.Tick, time);
        try
        {
            do
            {
                try
                {
                    await FollowAsync(stoppingToken);
                    ScanWhatChanged();
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    // Said once, not every second.
                    if (_said != e.Message) NotWatched(_said = e.Message);
                }
            }
            while (await tick.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
        finally
        {
            foreach (var folder in _watched.Values) folder.Dispose();
        }
    }

    // Folders come and go, by hand or with their drives.
    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        var present = (await folders.ListPathsAsync(cancellationToken)).Where(Directory.Exists).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in _watched.Keys.Where(path => !present.Contains(path)).ToList())
        {
            _watched[gone].Dispose();
            _watched.Remove(gone);
        }

        foreach (var path in present)
        {
            if (_watched.ContainsKey(path)) continue;
            var folder = new WatchedFolder(path, time);
            if (!folder.TellsOfChanges) OnlyNowAndThen(path);
            _watched[path] = folder;
        }
    }

    private void ScanWhatChanged()
    {
        if (job.State.State == ScanAnswer.Running) return;
        List<WatchedFolder> due = [.. _watched.Values.Where(f => f.IsDue(options, job.EndOf(f.Path)))];
        if (due.Count > 0 && job.TryStart([.. due.Select(f => f.Path).Order(StringComparer.Ordinal)]) is not null) due.ForEach(f => f.NoteScan());
    }

    [LoggerMessage(LogLevel.Warning, "Folders of music are not watched for now: {Reason}")]
    private partial void NotWatched(string reason);

    [LoggerMessage(LogLevel.Warning, "The system does not tell of changes in {Folder}; it is looked through now and then")]
    private partial void OnlyNowAndThen(string folder);
}
