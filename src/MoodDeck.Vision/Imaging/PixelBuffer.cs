using System.Buffers;

namespace MoodDeck.Vision.Imaging;

/// <summary>Bytes of a picture that may come from, and then go back to, the shared pool.</summary>
internal sealed class PixelBuffer : IDisposable
{
    private readonly int _length;
    private readonly bool _rented;
    private byte[]? _bytes;

    public PixelBuffer(int width, int height, int channels, bool rent)
    {
        if (width < 1) throw new ArgumentOutOfRangeException(nameof(width), width, "Expected at least 1 pixel.");
        if (height < 1) throw new ArgumentOutOfRangeException(nameof(height), height, "Expected at least 1 pixel.");
        _length = checked(width * height * channels);
        _rented = rent;
        _bytes = rent ? ArrayPool<byte>.Shared.Rent(_length) : new byte[_length];
    }

    public Span<byte> Span
    {
        get
        {
            ObjectDisposedException.ThrowIf(_bytes is null, this);
            return _bytes.AsSpan(0, _length);
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _bytes, null) is { } bytes && _rented) ArrayPool<byte>.Shared.Return(bytes);
    }
}
