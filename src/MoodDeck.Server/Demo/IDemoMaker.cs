using MoodDeck.Demo;

namespace MoodDeck.Server.Demo;

/// <summary>Makes the files of the demo library.</summary>
internal interface IDemoMaker
{
    /// <summary>How many pieces there will be.</summary>
    int Total { get; }

    /// <summary>Makes every piece that is not there yet; tells how many are there, and the title of the last.</summary>
    /// <exception cref="DemoLibraryException">They cannot be made; the message says why.</exception>
    Task MakeAsync(string directory, Action<int, string?> progress, CancellationToken cancellationToken);
}

/// <summary>The real one.</summary>
internal sealed class DemoMaker(DemoLibrary library) : IDemoMaker
{
    public int Total => DemoCatalogue.Pieces.Count;

    public Task MakeAsync(string directory, Action<int, string?> progress, CancellationToken cancellationToken) =>
        library.CreateAsync(directory, new Relay(progress), cancellationToken);

    // Progress<T> would report from the thread pool and so out of order.
    private sealed class Relay(Action<int, string?> progress) : IProgress<DemoProgress>
    {
        public void Report(DemoProgress value) => progress(value.Done, value.Title);
    }
}
