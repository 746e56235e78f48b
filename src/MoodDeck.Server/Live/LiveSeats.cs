namespace MoodDeck.Server.Live;

/// <summary>Counts the live sockets that are open.</summary>
internal sealed class LiveSeats(LiveOptions options)
{
    private int _taken;

    /// <summary>A seat, to be disposed when its socket ends; null when all are taken.</summary>
    public IDisposable? TryTake()
    {
        if (Interlocked.Increment(ref _taken) <= options.MaxSockets) return new Seat(this);
        Interlocked.Decrement(ref _taken);
        return null;
    }

    private sealed class Seat(LiveSeats seats) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0) Interlocked.Decrement(ref seats._taken);
        }
    }
}
