using Microsoft.Extensions.Hosting;
using MoodDeck.Core.Music;
using MoodDeck.Demo;
using MoodDeck.Library;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Scan;

namespace MoodDeck.Server.Demo;

/// <summary>
/// Makes the demo library in the background and takes it into the catalogue. There is one job at a time; asking again
/// while it runs changes nothing, asking again after a failure takes it up where it stopped.
/// </summary>
internal sealed partial class DemoJob(
    IDemoMaker maker, IFolderScanner scanner, ICatalogue catalogue, DataFolder folder, IHostApplicationLifetime lifetime, ILogger<DemoJob> logger)
{
    private readonly Lock _lock = new();
    private DemoAnswer? _progress;

    /// <summary>How far it is.</summary>
    public async Task<DemoAnswer> StateAsync(CancellationToken cancellationToken)
    {
        DemoAnswer? current;
        lock (_lock) current = _progress;
        if (current is { State: DemoAnswer.Running }) return current;
        // Somebody may have made it from the command line since a failure.
        var there = await CountAsync(cancellationToken);
        return there >= maker.Total ? new(DemoAnswer.Ready, there, there, null) : current ?? new(DemoAnswer.Absent, there, maker.Total, null);
    }

    /// <summary>Starts it unless it runs or everything is there already.</summary>
    public async Task<DemoAnswer> StartAsync(CancellationToken cancellationToken)
    {
        var there = await CountAsync(cancellationToken);
        lock (_lock)
        {
            if (_progress is { State: DemoAnswer.Running } running) return running;
            if (there >= maker.Total) return new(DemoAnswer.Ready, there, there, null);
            _progress = new(DemoAnswer.Running, 0, maker.Total, "Starting");
            _ = Task.Run(() => RunAsync(lifetime.ApplicationStopping), CancellationToken.None);
            return _progress;
        }
    }

    private async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            await maker.MakeAsync(folder.DemoPath, (done, title) => Report(done, title is null ? "Composing" : $"Made '{title}'"), stopping);
            Report(maker.Total, "Taking them into the catalogue");
            var report = await scanner.ScanAsync(folder.DemoPath, cancellationToken: stopping);
            if (report.Problems is [var first, ..]) throw new LibraryException($"{first.Path}: {first.Reason}");
            Become(null);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Become(null);
        }
        catch (Exception e) when (e is DemoLibraryException or LibraryException)
        {
            Become(new(DemoAnswer.Failed, 0, maker.Total, e.Message));
        }
        catch (Exception e)
        {
            Broke(e);
            Become(new(DemoAnswer.Failed, 0, maker.Total, "The demo library could not be made. MoodDeck's log says why."));
        }
    }

    /// <summary>How many pieces the catalogue has whose files are there.</summary>
    private async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        var page = await catalogue.SearchAsync(new() { Sources = [TrackSource.Demo], Playable = true, Limit = 1000 }, cancellationToken);
        return page.Tracks.Count(t => File.Exists(t.Path));
    }

    private void Report(int done, string detail) => Become(new(DemoAnswer.Running, done, maker.Total, detail));

    private void Become(DemoAnswer? progress)
    {
        lock (_lock) _progress = progress;
    }

    [LoggerMessage(LogLevel.Error, "The demo library could not be made")]
    private partial void Broke(Exception exception);
}
