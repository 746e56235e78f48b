using System.Runtime.ExceptionServices;

namespace MoodDeck.Training.Kernels;

/// <summary>
/// Runs numbered jobs on all cores. Jobs are handed out one by one, so a core that is busy elsewhere does not hold the
/// others up; what a job computes must depend on its number alone, so that results do not depend on the thread count.
/// </summary>
public sealed class WorkerPool : IDisposable
{
    private readonly Thread[] _threads;
    private readonly SemaphoreSlim _start = new(0);
    private readonly CountdownEvent _finished = new(1);
    private Action<int>? _job;
    private int _count;
    private int _next;
    private ExceptionDispatchInfo? _failure;
    private volatile bool _stop;

    /// <summary>A pool of <paramref name="threads"/> threads, the caller's among them; 0 takes every core.</summary>
    public WorkerPool(int threads = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        Threads = threads == 0 ? Environment.ProcessorCount : threads;
        _threads = new Thread[Threads - 1];
        for (var i = 0; i < _threads.Length; i++)
        {
            _threads[i] = new Thread(Work) { IsBackground = true, Name = $"trainer {i + 1}" };
            _threads[i].Start();
        }
    }

    /// <summary>How many threads work, the caller's among them.</summary>
    public int Threads { get; }

    /// <summary>Memory for the jobs.</summary>
    internal ScratchPool Scratch { get; } = new();

    /// <summary>
    /// Runs <paramref name="job"/> for 0 .. <paramref name="count"/> - 1 and returns when all are done. A job must not call
    /// this again: it would wait for itself.
    /// </summary>
    public void Run(int count, Action<int> job)
    {
        ArgumentNullException.ThrowIfNull(job);
        if (_threads.Length == 0 || count < 2)
        {
            for (var i = 0; i < count; i++) job(i);
            return;
        }

        (_job, _count, _failure) = (job, count, null);
        Volatile.Write(ref _next, 0);
        var helpers = Math.Min(_threads.Length, count - 1);
        _finished.Reset(helpers);
        _start.Release(helpers);
        TakeJobs();
        _finished.Wait();
        _job = null;
        _failure?.Throw(); // as it would be with one thread
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_stop) return;
        _stop = true;
        if (_threads.Length > 0) _start.Release(_threads.Length);
        foreach (var thread in _threads) thread.Join();
        _start.Dispose();
        _finished.Dispose();
    }

    private void Work()
    {
        while (true)
        {
            _start.Wait();
            if (_stop) return;
            TakeJobs();
            _finished.Signal();
        }
    }

    private void TakeJobs()
    {
        var job = _job!;
        try
        {
            for (int i; (i = Interlocked.Increment(ref _next) - 1) < _count;) job(i);
        }
        catch (Exception e)
        {
            _failure = ExceptionDispatchInfo.Capture(e);
        }
    }
}
