using MoodDeck.Audio.Processes;

namespace MoodDeck.Audio.Transcoding;

/// <summary>
/// A WAV file that is made while it is read. Reading starts ffmpeg at the position; who stops reading loses it, and gets another
/// one, at the same sample, when they read on.
/// </summary>
internal sealed class TranscodedStream : Stream
{
    private readonly Transcoder _transcoder;
    private readonly TranscodePlan _plan;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _end;
    private readonly ITimer _idle;
    private ChildStream? _child;
    private long _position;
    private long _childFrom;
    private long _childAt;
    private bool _isSeated = true;
    private bool _isDisposed;

    /// <summary>Takes over a seat that has been entered.</summary>
    public TranscodedStream(Transcoder transcoder, TranscodePlan plan)
    {
        (_transcoder, _plan) = (transcoder, plan);
        _end = CancellationTokenSource.CreateLinkedTokenSource(transcoder.Closing);
        _idle = transcoder.Time.CreateTimer(_ => _ = RestAsync(), null, transcoder.IdleTime, Timeout.InfiniteTimeSpan);
        _end.Token.Register(() => _ = RestAsync());
    }

    /// <summary>The process that decodes; null while none does.</summary>
    public int? ChildId => _child?.Id;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _plan.Length;

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= Length || buffer.IsEmpty) return 0;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_end.Token, cancellationToken);
        await _turn.WaitAsync(either.Token);
        try
        {
            _idle.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            var read = _position < _plan.Header.Length ? ReadHeader(buffer.Span) : await ReadSoundAsync(buffer[..(int)Math.Min(buffer.Length, Length - _position)], either.Token);
            _position += read;
            return read;
        }
        finally
        {
            if (!_isDisposed) _idle.Change(_transcoder.IdleTime, Timeout.InfiniteTimeSpan);
            _turn.Release();
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = offset + (origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => Position, _ => Length });

    /// <summary>A thread may not wait for a child process: read asynchronously.</summary>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read asynchronously.");

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        if (_isDisposed) return;
        await _end.CancelAsync();
        await _turn.WaitAsync();
        _isDisposed = true;
        await _idle.DisposeAsync();
        await LeaveAsync();
        _turn.Release();
        _end.Dispose();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed) DisposeAsync().AsTask().GetAwaiter().GetResult();
        base.Dispose(disposing);
    }

    private int ReadHeader(Span<byte> buffer)
    {
        var rest = _plan.Header[(int)_position..];
        rest = rest[..Math.Min(rest.Length, buffer.Length)];
        rest.CopyTo(buffer);
        return rest.Length;
    }

    private async Task<int> ReadSoundAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (_child is null || _childAt != _position) await StartAsync(cancellationToken);
        var read = await _child!.Output.ReadAsync(buffer, cancellationToken);
        if (read == 0)
        {
            if (_childAt == _childFrom && Length - _childAt > _plan.BytesPerSecond)
                throw new IOException($"Nothing in \"{_plan.Path}\" could be decoded from here on.");
            // The length a file states may be more than it holds.
            buffer.Span.Clear();
            read = buffer.Length;
        }

        _childAt += read;
        return read;
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        await EndChildAsync();
        if (!_isSeated) await _transcoder.EnterAsync(cancellationToken);
        _isSeated = true;
        if (!_plan.IsCurrent()) throw new IOException("The file that is transcoded was changed or taken away meanwhile.");
        var (second, skipped) = _plan.StartFor(_position);
        _child = ChildStream.TryStart(_transcoder.Program, _plan.ArgumentsFrom(second)) ?? throw new IOException($"\"{_transcoder.Program}\" cannot be started.");
        await SkipAsync(_child.Output, skipped, cancellationToken);
        _childFrom = _childAt = _position;
    }

    private static async Task SkipAsync(Stream output, long bytes, CancellationToken cancellationToken)
    {
        var scratch = new byte[(int)Math.Min(bytes, 64 << 10)];
        while (bytes > 0)
        {
            var read = await output.ReadAsync(scratch.AsMemory(0, (int)Math.Min(bytes, scratch.Length)), cancellationToken);
            if (read == 0) return;
            bytes -= read;
        }
    }

    /// <summary>Nobody has read for a while: somebody else may need the seat.</summary>
    private async Task RestAsync()
    {
        // Who holds the turn is reading or disposing.
        if (!await _turn.WaitAsync(0)) return;
        try
        {
            await LeaveAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task LeaveAsync()
    {
        await EndChildAsync();
        if (_isSeated) _transcoder.Leave();
        _isSeated = false;
    }

    private async Task EndChildAsync()
    {
        if (_child is { } child) await child.DisposeAsync();
        _child = null;
    }
}
