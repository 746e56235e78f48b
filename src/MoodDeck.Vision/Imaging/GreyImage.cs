namespace MoodDeck.Vision.Imaging;

/// <summary>
/// A grey picture: 8-bit luma, rows from the top, no padding. Disposing one that the decoder made gives its memory back
/// early; forgetting to is harmless.
/// </summary>
public sealed class GreyImage : IDisposable
{
    private readonly PixelBuffer _buffer;

    /// <summary>A black picture.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A side is less than 1 pixel.</exception>
    public GreyImage(int width, int height) : this(width, height, rent: false) { }

    /// <summary>Copies rows of luma.</summary>
    /// <exception cref="ArgumentException">The number of bytes is not width times height.</exception>
    public GreyImage(int width, int height, ReadOnlySpan<byte> pixels) : this(width, height, rent: false)
    {
        if (pixels.Length != Pixels.Length)
            throw new ArgumentException($"{width} x {height} pixels need {Pixels.Length} bytes, got {pixels.Length}.", nameof(pixels));
        pixels.CopyTo(Pixels);
    }

    internal GreyImage(int width, int height, bool rent)
    {
        _buffer = new PixelBuffer(width, height, 1, rent);
        (Width, Height) = (width, height);
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>All bytes, [Height, Width].</summary>
    /// <exception cref="ObjectDisposedException">The picture was disposed.</exception>
    public Span<byte> Pixels => _buffer.Span;

    /// <summary>The bytes of one row.</summary>
    public Span<byte> Row(int y) => Pixels.Slice(y * Width, Width);

    /// <inheritdoc/>
    public void Dispose() => _buffer.Dispose();
}
