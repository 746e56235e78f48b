namespace MoodDeck.Audio.Transcoding;

/// <summary>
/// Makes WAV of files that browsers do not play, while it is read. Only so many at once; none outlives this. Safe for
/// concurrent use.
/// </summary>
public sealed class Transcoder(AudioToolOptions? tools = null, TranscodingOptions? options = null, TimeProvider? time = null) : IDisposable
{
    private readonly TranscodingOptions _options = options ?? new();
    private readonly SemaphoreSlim _seats = new((options ?? new()).MaxAtOnce);
    private readonly CancellationTokenSource _closing = new();

    internal string Program { get; } = (tools ?? new()).FfmpegPath;

    internal TimeProvider Time { get; } = time ?? TimeProvider.System;

    internal TimeSpan IdleTime => _options.IdleTime;

    /// <summary>Cancelled when this is disposed.</summary>
    internal CancellationToken Closing => _closing.Token;

    /// <summary>
    /// The WAV file of a plan, to be read at any position and to be disposed; null when all transcoders were busy for
    /// <see cref="TranscodingOptions.Patience"/>.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<Stream?> OpenAsync(TranscodePlan plan, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return await _seats.WaitAsync(_options.Patience, cancellationToken) ? new TranscodedStream(this, plan) : null;
    }

    /// <summary>Waits for a turn; <see cref="Leave"/> ends it.</summary>
    internal Task EnterAsync(CancellationToken cancellationToken) => _seats.WaitAsync(cancellationToken);

    internal void Leave() => _seats.Release();

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_closing.IsCancellationRequested) return;
        _closing.Cancel();
        _closing.Dispose();
    }
}
