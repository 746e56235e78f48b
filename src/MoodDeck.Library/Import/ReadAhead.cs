using System.Collections.Concurrent;

namespace MoodDeck.Library.Import;

/// <summary>Reads on while what was read before is worked on.</summary>
internal static class ReadAhead
{
    private const int ItemsToABatch = 256, MostBatches = 8;

    /// <summary>The same items in the same order, taken from their source on another thread; so is what the source throws.</summary>
    public static IEnumerable<T> Of<T>(IEnumerable<T> source, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var batches = new BlockingCollection<T[]>(MostBatches);
        var (items, token) = (batches, stop.Token);
        var reading = Task.Factory.StartNew(() => Read(source, items, token), token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (var batch in batches.GetConsumingEnumerable(cancellationToken))
                foreach (var item in batch) yield return item;
            reading.GetAwaiter().GetResult();
        }
        finally
        {
            stop.Cancel();
            // The source must not be read any more when its file is closed; what it threw has been told, or nobody asks any more.
            ((IAsyncResult)reading).AsyncWaitHandle.WaitOne();
        }
    }

    private static void Read<T>(IEnumerable<T> source, BlockingCollection<T[]> batches, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var batch in source.Chunk(ItemsToABatch)) batches.Add(batch, cancellationToken);
        }
        finally
        {
            batches.CompleteAdding();
        }
    }
}
