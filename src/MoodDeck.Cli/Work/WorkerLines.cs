using MoodDeck.Library;
using MoodDeck.Library.Jobs;

namespace MoodDeck.Cli.Work;

/// <summary>Tells how a worker gets on: a line now and then while it works, and one for each new trouble.</summary>
internal sealed class WorkerLines(IAnalysisWorker worker) : IProgress<WorkerProgress>
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(5);
    private readonly Lock _lock = new();
    private readonly HashSet<string> _unseen = new(StringComparer.Ordinal);
    private int _listened, _measured;
    private string? _trouble;

    /// <summary>What was done altogether.</summary>
    public string Summary => $"Stopped. {Done}";

    private string Done => $"Listened to {_listened} files, measured {_measured}.";

    /// <inheritdoc/>
    public void Report(WorkerProgress value)
    {
        lock (_lock)
        {
            (_listened, _measured) = (Math.Max(_listened, value.Listened), Math.Max(_measured, value.Measured));
            if (value.Path is not null) _trouble = null;
            if (value.Trouble is not null && value.Trouble != _trouble) Console.Error.WriteLine("waiting: " + (_trouble = value.Trouble));
            if (value.Unseen is not null && _unseen.Add(value.Unseen))
            {
                Console.Error.WriteLine(
                    $"not here: {value.Unseen} is not seen from this machine, and is left to others. Make the music reachable under the same path as where it is scanned.");
            }
        }
    }

    /// <summary>Tells now and then until it is stopped.</summary>
    public async Task TellAsync(CancellationToken stop)
    {
        using PeriodicTimer timer = new(s_interval);
        var before = (0, 0);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                if (before == (_listened, _measured)) continue;
                before = (_listened, _measured);
                await TellAsync(Done, stop);
            }
        }
        catch (OperationCanceledException)
        {
            // It was stopped.
        }
    }

    private async Task TellAsync(string done, CancellationToken stop)
    {
        try
        {
            var left = await worker.LeftAsync(stop);
            Console.Out.WriteLine($"{done} Left: {left.Listen} to listen to, {left.Measure} to measure.");
        }
        catch (LibraryException)
        {
            // The worker itself tells when the database is away.
        }
    }
}
