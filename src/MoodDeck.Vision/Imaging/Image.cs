namespace MoodDeck.Vision.Imaging;

/// <summary>
/// A colour picture: 8-bit RGB, interleaved, rows from the top, no padding. Disposing one that the decoder made gives its
/// memory back early; forgetting to is harmless.
/// </summary>
public sealed class Image : IDisposable
{
    /// <summary>Bytes per pixel.</summary>
    public const int Channels = 3;

    private readonly PixelBuffer _buffer;

    /// <summary>A black picture.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A side is less than 1 pixel.</exception>
    public Image(int width, int height) : this(width, height, rent: false) { }

    internal Image(int width, int height, bool rent)
    {
        _buffer = new PixelBuffer(width, height, Channels, rent);
        (Width, Height) = (width, height);
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>All bytes, [Height, Width, 3].</summary>
    /// <exception cref="ObjectDisposedException">The picture was disposed.</exception>
    public Span<byte> Pixels => _buffer.Span;

    /// <summary>The bytes of one row, [Width, 3].</summary>
    public Span<byte> Row(int y) => Pixels.Slice(y * Width * Channels, Width * Channels);

    /// <summary>The colour at a pixel.</summary>
    public Rgb this[int x, int y]
    {
        get
        {
            var p = Row(y).Slice(x * Channels, Channels);
            return new Rgb(p[0], p[1], p[2]);
        }
        set
        {
            var p = Row(y).Slice(x * Channels, Channels);
            (p[0], p[1], p[2]) = (value.R, value.G, value.B);
        }
    }

    /// <summary>Paints every pixel in one colour.</summary>
    public void Fill(Rgb colour)
    {
        var pixels = Pixels;
        for (var i = 0; i < pixels.Length; i += Channels)
            (pixels[i], pixels[i + 1], pixels[i + 2]) = (colour.R, colour.G, colour.B);
    }

    /// <summary>Its luma by ITU-R BT.601, with memory of its own.</summary>
    public GreyImage ToGrey()
    {
        GreyImage grey = new(Width, Height, rent: true);
        Luma.FromRgb(Pixels, grey.Pixels);
        return grey;
    }

    /// <inheritdoc/>
    public void Dispose() => _buffer.Dispose();
}
