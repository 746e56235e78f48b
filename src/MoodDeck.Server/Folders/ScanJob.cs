using Microsoft.Extensions.Hosting;
using MoodDeck.Library;
using MoodDeck.Library.Scan;

namespace MoodDeck.Server.Folders;

/// <summary>How the last scan of a folder ended.</summary>
/// <param name="At">When, as a timestamp of the clock.</param>
/// <param name="How"><see cref="ScanAnswer.Ready"/>, <see cref="ScanAnswer.Stopped"/> or <see cref="ScanAnswer.Failed"/>.</param>
internal readonly record struct ScanEnd(long At, string How);

/// <summary>Scans folders in the background, one job at a time, with the same scanner as the command line.</summary>
internal sealed partial class ScanJob(IFolderScanner scanner, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<ScanJob> logger)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ScanEnd> _ends = new(StringComparer.Ordinal);
    private ScanAnswer _state = ScanAnswer.None;
    private CancellationTokenSource? _stop;

    /// <summary>How far it is, or how the last one ended.</summary>
    public ScanAnswer State
    {
        get
        {
            lock (_lock) return _state;
        }
    }

    /// <summary>How the last scan of a folder ended; null when there was none since the server started.</summary>
    public ScanEnd? EndOf(string folder)
    {
        lock (_lock) return _ends.TryGetValue(folder, out var end) ? end : null;
    }

    /// <summary>Starts scanning these folders; null while another scan runs.</summary>
    public ScanAnswer? TryStart(IReadOnlyList<string> folders)
    {
        lock (_lock)
        {
            if (_state.State == ScanAnswer.Running) return null;
            _state = ScanAnswer.None with { State = ScanAnswer.Running, Folder = folders[0] };
            var stop = _stop = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
            _ = Task.Run(() => RunAsync(folders, stop), CancellationToken.None);
            return _state;
        }
    }

    /// <summary>Stops it after the files at hand; what was read stays.</summary>
    public void Stop()
    {
        lock (_lock) _stop?.Cancel();
    }

    private async Task RunAsync(IReadOnlyList<string> folders, CancellationTokenSource stop)
    {
        var end = ScanAnswer.Ready;
        string? detail = null;
        var left = folders.ToHashSet(StringComparer.Ordinal);
        try
        {
            List<string> failures = [];
            foreach (var folder in folders)
            {
                var failure = await ScanAsync(folder, stop.Token);
                if (failure is not null) failures.Add(failure);
                Note([folder], failure is null ? ScanAnswer.Ready : ScanAnswer.Failed);
                left.Remove(folder);
            }

            // One drive that is not connected does not spoil what the other folders gave.
            if (failures.Count == folders.Count) (end, detail) = (ScanAnswer.Failed, failures[0]);
            else if (failures.Count > 0) Change(s => s with { Warnings = [.. s.Warnings, .. failures] });
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            end = ScanAnswer.Stopped;
        }
        catch (Exception e)
        {
            Broke(e);
            (end, detail) = (ScanAnswer.Failed, "The scan broke off. MoodDeck's log says why.");
        }

        lock (_lock)
        {
            Note(left, end);
            _state = _state with { State = end, Detail = detail, File = null, Waiting = false, FilesPerSecond = null, RemainingSeconds = null };
            _stop = null;
        }

        stop.Dispose();
    }

    /// <summary>Why this folder could not be scanned; null when it was.</summary>
    private async Task<string?> ScanAsync(string folder, CancellationToken stopping)
    {
        var (done, total) = (State.Done, State.Total);
        Change(s => s with { Folder = folder, File = null });
        try
        {
            var report = await scanner.ScanAsync(folder, new Relay(p => Change(s => s with
            {
                Done = done + p.Done, Total = total + p.Found, File = p.Path is null ? null : Path.GetFileName(p.Path), Waiting = p.Waiting,
                FilesPerSecond = p.FilesPerSecond is { } rate ? Math.Round(rate, 2) : null, RemainingSeconds = p.Remaining is { } left ? Math.Round(left.TotalSeconds) : null,
            })), stopping);
            Change(s => s.With(report));
            return null;
        }
        catch (LibraryException e)
        {
            return e.Message;
        }
    }

    private void Note(IEnumerable<string> folders, string how)
    {
        lock (_lock)
            foreach (var folder in folders) _ends[folder] = new(time.GetTimestamp(), how);
    }

    private void Change(Func<ScanAnswer, ScanAnswer> change)
    {
        lock (_lock) _state = change(_state);
    }

    // Progress<T> would report from the thread pool and so out of order.
    private sealed class Relay(Action<ScanProgress> report) : IProgress<ScanProgress>
    {
        public void Report(ScanProgress value) => report(value);
    }

    [LoggerMessage(LogLevel.Error, "A scan broke off")]
    private partial void Broke(Exception exception);
}
