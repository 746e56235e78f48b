using MoodDeck.Cli.Output;
using MoodDeck.Demo;

namespace MoodDeck.Cli.Bench.Scan;

/// <summary>The demo library in a folder that goes with it.</summary>
internal sealed class TemporaryMusic : IDisposable
{
    private DirectoryInfo? _folder;

    /// <summary>Makes the library; its folder.</summary>
    public async Task<string> CreateAsync(DemoLibrary library, CancellationToken cancellation)
    {
        _folder = Directory.CreateTempSubdirectory("mooddeck-bench-scan-");
        await LongWork.RunAsync("making the demo library", progress => library.CreateAsync(
            _folder.FullName, new Relay<DemoProgress>(p => progress.Report(new(p.Done, p.Total, p.Title ?? ""))), cancellation));
        return _folder.FullName;
    }

    /// <inheritdoc/>
    public void Dispose() => _folder?.Delete(recursive: true);
}
