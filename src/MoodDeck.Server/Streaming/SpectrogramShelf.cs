using MoodDeck.Audio;
using MoodDeck.Audio.Spectrograms;

namespace MoodDeck.Server.Streaming;

/// <summary>How many spectrograms are drawn at once.</summary>
internal sealed record SpectrogramOptions
{
    /// <summary>Drawn at the same time; each keeps a core and a half busy for some seconds. Default: half the cores, at least one.</summary>
    public int MaxAtOnce { get; init; } = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>How long one more waits for its turn before it is turned away. Default 30 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);
}

/// <summary>Draws spectrograms, few at once, and keeps those that were asked for last.</summary>
internal sealed class SpectrogramShelf(SpectrogramReader reader, SpectrogramOptions options) : IDisposable
{
    // About 60 kB each.
    private readonly RecentlyUsed<string, (string Tag, byte[] Png)> _kept = new(capacity: 64);
    private readonly SemaphoreSlim _turns = new(options.MaxAtOnce);

    /// <summary>The PNG of a file in the state that <paramref name="tag"/> tells; null when it was not its turn in time.</summary>
    public async Task<AudioResult<byte[]>?> FindAsync(string path, string tag, CancellationToken cancellationToken)
    {
        if (Kept(path, tag) is { } kept) return kept;
        if (!await _turns.WaitAsync(options.Patience, cancellationToken)) return null;
        try
        {
            // Somebody else may have asked for the same while this one waited.
            if (Kept(path, tag) is { } drawn) return drawn;
            var picture = await reader.ReadAsync(path, cancellationToken);
            if (!picture.IsOk) return picture.Failure;
            var png = picture.Value.ToPng();
            _kept.Set(path, (tag, png));
            return png;
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();

    private byte[]? Kept(string path, string tag) => _kept.TryGet(path, out var kept) && kept.Tag == tag ? kept.Png : null;
}
