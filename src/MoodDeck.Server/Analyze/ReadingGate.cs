namespace MoodDeck.Server.Analyze;

/// <summary>Reading a picture keeps a core busy, so only as many are read at once as there are cores, and few may wait.</summary>
internal sealed class ReadingGate(AnalyzeOptions options) : IDisposable
{
    private readonly SemaphoreSlim _turns = new(options.Concurrency);
    private readonly SemaphoreSlim _places = new(options.Concurrency + options.MaxWaiting);

    /// <summary>A place in the queue, to be disposed; null when it is long already. Taken before the picture is received.</summary>
    public IDisposable? TryEnter() => _places.Wait(0) ? new Release(_places) : null;

    /// <summary>Waits for a turn at reading, to be disposed when the picture has been read.</summary>
    public async Task<IDisposable> WaitForTurnAsync(CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        return new Release(_turns);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _turns.Dispose();
        _places.Dispose();
    }

    private sealed class Release(SemaphoreSlim semaphore) : IDisposable
    {
        private SemaphoreSlim? _semaphore = semaphore;

        public void Dispose() => Interlocked.Exchange(ref _semaphore, null)?.Release();
    }
}
