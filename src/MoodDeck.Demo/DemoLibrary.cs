using System.Collections.Concurrent;
using MoodDeck.Audio;
using MoodDeck.Audio.Encoding;
using MoodDeck.Audio.Probing;

namespace MoodDeck.Demo;

/// <summary>Makes the demo library: composes, synthesises, encodes and tags every piece. Equal runs give equal files.</summary>
public sealed class DemoLibrary(AudioEncoder encoder, AudioProbe probe)
{
    // Each piece in the making takes some 100 MB; two of them use two cores.
    private const int Parallelism = 2;

    /// <summary>
    /// Makes every piece that is not yet complete in <paramref name="directory"/>, two at a time, and returns them all in
    /// catalogue order. A run that was killed is taken up where it stopped.
    /// </summary>
    /// <param name="directory">Made when it is not there.</param>
    /// <param name="progress">Told before the first piece and after each, those that were there already among them.</param>
    /// <param name="cancellationToken">Cancels; finished pieces stay.</param>
    /// <exception cref="DemoLibraryException">ffmpeg is missing, the folder cannot be written to, or another process is making it.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Task<IReadOnlyList<DemoFile>> CreateAsync(string directory, IProgress<DemoProgress>? progress = null, CancellationToken cancellationToken = default) =>
        CreateAsync(DemoCatalogue.Pieces, directory, progress, cancellationToken);

    /// <summary>The same for some of the pieces.</summary>
    internal async Task<IReadOnlyList<DemoFile>> CreateAsync(IReadOnlyList<DemoPiece> pieces, string directory, IProgress<DemoProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        try
        {
            using var folder = DemoFolder.Open(directory);
            progress?.Report(new(0, pieces.Count, null));
            var done = 0;
            var renderers = new ConcurrentBag<DemoRenderer>();
            var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(pieces, options, async (piece, cancel) =>
            {
                if (!await IsCompleteAsync(piece, folder.PathOf(piece), cancel))
                {
                    var renderer = renderers.TryTake(out var idle) ? idle : new DemoRenderer();
                    await MakeAsync(piece, renderer, folder, cancel);
                    renderers.Add(renderer);
                }

                progress?.Report(new(Interlocked.Increment(ref done), pieces.Count, piece.Title));
            });
            return [.. pieces.Select(piece => new DemoFile(piece, folder.PathOf(piece)))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DemoLibraryException($"The demo library cannot be written to \"{directory}\": {e.Message} Free some space (60 MB) or choose another folder.", e);
        }
    }

    private async Task<bool> IsCompleteAsync(DemoPiece piece, string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path)) return false;
        var info = await probe.ProbeAsync(path, cancellationToken);
        if (info.Failure?.Problem == AudioProblem.ToolMissing) throw new DemoLibraryException(info.Failure.Message);
        return info is { IsOk: true, Value.HasCover: true } && info.Value.Title == piece.Title && info.Value.Comment == DemoTags.Comment;
    }

    private async Task MakeAsync(DemoPiece piece, DemoRenderer renderer, DemoFolder folder, CancellationToken cancellationToken)
    {
        var wav = folder.PathOf(piece) + ".wav.part";
        try
        {
            var cover = await Task.Run(() => renderer.Render(piece, wav, cancellationToken), cancellationToken);
            var encoded = await encoder.EncodeAsync(wav, folder.PathOf(piece), AudioEncoding.Mp3, DemoTags.Of(piece), cover, cancellationToken);
            if (encoded.Failure is { } failure) throw new DemoLibraryException(failure.Message);
        }
        finally
        {
            File.Delete(wav);
        }
    }
}
