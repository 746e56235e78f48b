using System.Buffers;

namespace MoodDeck.Server.Live;

/// <summary>One camera frame as it came in: pooled bytes, wiped when it is let go.</summary>
internal sealed class Frame : IDisposable
{
    private byte[]? _bytes;
    private int _written;

    private Frame(int capacity) => (_bytes, Capacity) = (ArrayPool<byte>.Shared.Rent(capacity), capacity);

    /// <summary>Its place among all binary messages of its socket, from 1.</summary>
    public int Number { get; set; }

    /// <summary>How many bytes it holds.</summary>
    public int Length { get; private set; }

    /// <summary>The most bytes it may hold.</summary>
    public int Capacity { get; }

    /// <summary>The encoded picture.</summary>
    public ReadOnlyMemory<byte> Picture => Buffer.AsMemory(0, Length);

    /// <summary>Room for what is still to come; empty when the frame is full.</summary>
    public Memory<byte> Room => Buffer.AsMemory(Length, Capacity - Length);

    private byte[] Buffer => _bytes ?? throw new ObjectDisposedException(nameof(Frame));

    /// <summary>An empty frame of that capacity in bytes.</summary>
    public static Frame Rent(int capacity) => new(capacity);

    /// <summary>Counts bytes that were written into <see cref="Room"/>.</summary>
    public void Advance(int bytes)
    {
        Length += bytes;
        _written = Math.Max(_written, Length);
    }

    /// <summary>Starts over: what comes next overwrites what was there.</summary>
    public void Rewind() => Length = 0;

    /// <summary>Wipes the bytes and returns them to the pool.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _bytes, null) is not { } bytes) return;
        Array.Clear(bytes, 0, _written);
        ArrayPool<byte>.Shared.Return(bytes);
    }
}
