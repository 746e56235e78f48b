using Microsoft.Extensions.Hosting;
using MoodDeck.Library;
using MoodDeck.Library.Scan;

namespace MoodDeck.Server.Folders;

/// <summary>Scans folders in the background, one job at a time, with the same scanner as the command line.</summary>
internal sealed partial class ScanJob(IFolderScanner scanner, IHostApplicationLifetime lifetime, ILogger<ScanJob> logger)
{
    private readonly Lock _lock = new();
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
        try
        {
            List<string> failures = [];
            foreach (var folder in folders)
                if (await ScanAsync(folder, stop.Token) is { } failure) failures.Add(failure);
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
