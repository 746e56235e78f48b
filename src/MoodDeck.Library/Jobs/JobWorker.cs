using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace MoodDeck.Library.Jobs;

/// <summary>What a worker does with jobs of one kind.</summary>
/// <typeparam name="TResult">What a job gives.</typeparam>
internal interface IJobWork<TResult>
{
    /// <summary>Which jobs.</summary>
    JobKind Kind { get; }

    /// <summary>Does one. Called for several jobs at once.</summary>
    /// <exception cref="LibraryException">No job can be done at all; the worker stops, and the jobs are as they were.</exception>
    /// <exception cref="Exception">Any other: this one could not be done this time, and the message says why.</exception>
    Task<TResult> DoAsync(AnalysisJob job, CancellationToken cancellationToken);

    /// <summary>
    /// Stores a batch in one transaction, ending each job in it (<see cref="SqlAnalysisJobs.Finish"/>) and leaving out those
    /// that are no longer the worker's.
    /// </summary>
    Task StoreAsync(IReadOnlyList<(AnalysisJob Job, TResult Result)> batch, string worker);

    /// <summary>Told when all that is left is with other workers, and how much that is.</summary>
    void Waiting(JobCount left);

    /// <summary>Told of a file or folder this machine does not see, whose work was given back.</summary>
    void Unseen(string path)
    {
    }
}

/// <summary>Works jobs off: several at once, their results stored in batches by one writer.</summary>
/// <param name="jobs">The jobs.</param>
/// <param name="work">What is done with them.</param>
/// <param name="unseen">Where this machine may not see the files of others; null where a file that is not there is gone.</param>
internal sealed class JobWorker<TResult>(IAnalysisJobs jobs, IJobWork<TResult> work, UnseenFiles? unseen = null)
{
    private const int BatchSize = 16;
    // How often to look for work while own work is under way, whose end is near, and while only others are at work.
    private static readonly TimeSpan s_soon = TimeSpan.FromMilliseconds(50), s_later = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_renewal = IAnalysisJobs.Lease / 4;

    private readonly string _name = Guid.NewGuid().ToString("N");
    private int _atWork;

    /// <summary>
    /// Works until nothing is left below a folder, whoever does it. What was done before a cancellation or a failure is stored
    /// all the same.
    /// </summary>
    public async Task RunAsync(string? root, int parallel, CancellationToken cancellationToken)
    {
        using var ended = new CancellationTokenSource();
        var renewing = RenewAsync(ended.Token);
        var results = Channel.CreateBounded<(AnalysisJob, TResult)>(BatchSize);
        var storing = StoreAsync(results.Reader);
        var working = Parallel.ForEachAsync(
            TakeAsync(root, cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellationToken },
            (job, cancel) => DoAsync(job, results.Writer, cancel));
        try
        {
            // If storing fails (a full disk), working must not wait for room that never comes.
            await await Task.WhenAny(working, storing);
            await working;
        }
        finally
        {
            results.Writer.TryComplete();
            await working.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await storing;
            }
            finally
            {
                await ended.CancelAsync();
                await renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await jobs.GiveBackAsync(_name).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // or the leases run out
            }
        }
    }

    private async IAsyncEnumerable<AnalysisJob> TakeAsync(string? root, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await jobs.TakeAsync(work.Kind, _name, root, unseen?.Ranges ?? [], cancellationToken) is { } job)
            {
                Interlocked.Increment(ref _atWork);
                yield return job;
                continue;
            }

            var left = await jobs.CountAsync(work.Kind, root, cancellationToken);
            if (left.All == 0) yield break;
            var isAtWork = Volatile.Read(ref _atWork) > 0;
            if (!isAtWork) work.Waiting(left);
            await Task.Delay(isAtWork ? s_soon : s_later, cancellationToken);
        }
    }

    private async ValueTask DoAsync(AnalysisJob job, ChannelWriter<(AnalysisJob, TResult)> results, CancellationToken cancellationToken)
    {
        if (await GaveBackUnseenAsync(job)) return;
        TResult result;
        try
        {
            result = await work.DoAsync(job, cancellationToken);
        }
        catch (Exception e) when (e is not LibraryException && !cancellationToken.IsCancellationRequested)
        {
            if (await GaveBackUnseenAsync(job)) return;
            Interlocked.Decrement(ref _atWork);
            await jobs.FailAsync(job, _name, e.Message);
            return;
        }

        // A drive that went away meanwhile makes a file look bad or gone, and what is stored of it ends the job.
        if (await GaveBackUnseenAsync(job)) return;
        await results.WriteAsync((job, result), CancellationToken.None);
    }

    private async Task<bool> GaveBackUnseenAsync(AnalysisJob job)
    {
        if (unseen?.Sees(job.File.Path, out var missing) != false) return false;
        await jobs.GiveBackAsync(_name, job);
        Interlocked.Decrement(ref _atWork);
        work.Unseen(missing);
        return true;
    }

    private async Task StoreAsync(ChannelReader<(AnalysisJob, TResult)> results)
    {
        var batch = new List<(AnalysisJob, TResult)>(BatchSize);
        while (await results.WaitToReadAsync())
        {
            while (batch.Count < BatchSize && results.TryRead(out var result)) batch.Add(result);
            await StoreAsync(batch);
            Interlocked.Add(ref _atWork, -batch.Count);
            batch.Clear();
        }
    }

    // What cannot be stored must not keep the rest from being stored, now or at the next try.
    private async Task StoreAsync(List<(AnalysisJob Job, TResult Result)> batch)
    {
        try
        {
            await work.StoreAsync(batch, _name);
        }
        catch (Exception e) when (IsOfTheResult(e))
        {
            if (batch is [var only]) await jobs.FailAsync(only.Job, _name, $"What was read of it cannot be stored: {e.Message}");
            else foreach (var one in batch) await StoreAsync([one]);
        }
    }

    // Other failures of the database are of the disk or of another process.
    private static bool IsOfTheResult(Exception e) => e is not LibraryException { IsOfTheData: false };

    private async Task RenewAsync(CancellationToken ended)
    {
        using var timer = new PeriodicTimer(s_renewal);
        while (await timer.WaitForNextTickAsync(ended))
        {
            try
            {
                await jobs.RenewAsync(_name);
            }
            catch (LibraryException)
            {
                // The database is busy or the disk full: the next one may do, and what comes of a lease that ran out is not stored.
            }
        }
    }
}
