using System.Threading.Channels;

namespace MoodDeck.Library.Storage;

/// <summary>
/// Renews what was worked out from all tracks when another process changes them, before anybody asks for it. A hint, never the truth:
/// who asks still looks which version there is, so that news that were lost cost time and nothing else.
/// </summary>
internal sealed class CatalogueNews
{
    // A scan changes tracks several times a second: changes are collected, and renewing leaves most of the time to others.
    private static readonly TimeSpan s_collect = TimeSpan.FromMilliseconds(200);
    private const int RestFactor = 4;
    private readonly Lock _lock = new();
    private readonly List<Func<CancellationToken, Task>> _renewals = [];

    /// <summary>Takes part until what is returned is disposed.</summary>
    public IDisposable Subscribe(Func<CancellationToken, Task> renew)
    {
        lock (_lock) _renewals.Add(renew);
        return new Subscription(this, renew);
    }

    /// <summary>Listens and renews until it is stopped; ends at once with an engine that tells nothing.</summary>
    public async Task FollowAsync(IDatabaseEngine engine, TimeProvider time, CancellationToken stop)
    {
        var news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var listening = ListenAsync();
        var renewing = RenewAsync(news.Reader, time, ended.Token);
        await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ended.CancelAsync();
        await renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await listening;

        Task ListenAsync() => engine.ListenAsync(() => news.Writer.TryWrite(true), stop);
    }

    private async Task RenewAsync(ChannelReader<bool> news, TimeProvider time, CancellationToken stop)
    {
        while (await news.WaitToReadAsync(stop))
        {
            await Task.Delay(s_collect, time, stop);
            news.TryRead(out _);
            var start = time.GetTimestamp();
            List<Func<CancellationToken, Task>> renewals;
            lock (_lock) renewals = [.. _renewals];
            foreach (var renew in renewals)
            {
                try
                {
                    await renew(stop);
                }
                catch (Exception) when (!stop.IsCancellationRequested)
                {
                    // Whatever it was: who asks next works it out, or is told what is wrong.
                }
            }

            await Task.Delay(RestFactor * time.GetElapsedTime(start), time, stop);
        }
    }

    private sealed class Subscription(CatalogueNews news, Func<CancellationToken, Task> renew) : IDisposable
    {
        public void Dispose()
        {
            lock (news._lock) news._renewals.Remove(renew);
        }
    }
}
