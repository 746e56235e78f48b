using System.Globalization;
using MoodDeck.Vision.Imaging.Codecs;

namespace MoodDeck.Vision.Imaging;

/// <summary>
/// Reads JPEG, PNG and WebP in process. The format is told by the first bytes, limits are checked from the header, the
/// EXIF orientation is applied, transparency is laid over white. Bad input is a result, never an exception. Safe for
/// concurrent use.
/// </summary>
public sealed class ImageDecoder
{
    private readonly JpegCodec _jpeg = new();
    private readonly PngCodec _png = new();
    private readonly WebPCodec _webP = new();

    /// <summary>A decoder with these limits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A limit is out of range.</exception>
    public ImageDecoder(ImageLimits? limits = null)
    {
        Limits = limits ?? new();
        Limits.Validate();
    }

    /// <summary>What is refused.</summary>
    public ImageLimits Limits { get; }

    /// <summary>Reads a picture in colour, as displayed.</summary>
    public ImageResult<Image> Decode(ReadOnlySpan<byte> data)
    {
        if (Open(data, out var codec, out var header) is { } problem) return ImageResult<Image>.Of(problem);
        Image stored = new(header.Width, header.Height, rent: true);
        if (Read(data, codec, header, grey: false, stored.Pixels) is { } failure)
        {
            stored.Dispose();
            return ImageResult<Image>.Of(failure);
        }

        if (header.Orientation == ExifOrientation.Upright) return ImageResult<Image>.Of(stored);
        using (stored)
        {
            var (width, height) = DisplayedSize(header);
            Image shown = new(width, height, rent: true);
            ExifOrientation.Apply(header.Orientation, stored.Pixels, header.Width, header.Height, Image.Channels, shown.Pixels);
            return ImageResult<Image>.Of(shown);
        }
    }

    /// <summary>Reads a picture's luma (BT.601), as displayed; for a JPEG without the detour over colours.</summary>
    public ImageResult<GreyImage> DecodeGrey(ReadOnlySpan<byte> data)
    {
        if (Open(data, out var codec, out var header) is { } problem) return ImageResult<GreyImage>.Of(problem);
        if (!codec.DecodesGrey)
        {
            var colour = Decode(data);
            if (!colour.IsOk) return ImageResult<GreyImage>.Of(new ImageProblem(colour.Status, colour.Problem));
            using var image = colour.Value;
            return ImageResult<GreyImage>.Of(image.ToGrey());
        }

        GreyImage stored = new(header.Width, header.Height, rent: true);
        if (Read(data, codec, header, grey: true, stored.Pixels) is { } failure)
        {
            stored.Dispose();
            return ImageResult<GreyImage>.Of(failure);
        }

        if (header.Orientation == ExifOrientation.Upright) return ImageResult<GreyImage>.Of(stored);
        using (stored)
        {
            var (width, height) = DisplayedSize(header);
            GreyImage shown = new(width, height, rent: true);
            ExifOrientation.Apply(header.Orientation, stored.Pixels, header.Width, header.Height, 1, shown.Pixels);
            return ImageResult<GreyImage>.Of(shown);
        }
    }

    /// <summary>Reads a file's bytes up to the limit; also from a pipe or a device, which do not tell their length.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public ImageResult<byte[]> ReadFile(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        var length = file.CanSeek ? file.Length : 0;
        if (length > Limits.MaxBytes) return ImageResult<byte[]>.Of(TooManyBytes(length));
        using MemoryStream bytes = new((int)length);
        var part = new byte[81_920];
        for (int read; (read = file.Read(part)) > 0;)
        {
            if (bytes.Length + read > Limits.MaxBytes) return ImageResult<byte[]>.Of(TooManyBytes(null));
            bytes.Write(part, 0, read);
        }

        return ImageResult<byte[]>.Of(bytes.ToArray());
    }

    private ImageProblem? Open(ReadOnlySpan<byte> data, out IImageCodec codec, out ImageHeader header)
    {
        codec = _jpeg;
        header = default;
        if (data.IsEmpty) return Problems.Empty;
        if (data.Length > Limits.MaxBytes) return TooManyBytes(data.Length);
        switch (ImageFormats.Detect(data))
        {
            case ImageFormat.Jpeg: break;
            case ImageFormat.Png: codec = _png; break;
            case ImageFormat.WebP: codec = _webP; break;
            case ImageFormat.Unknown: return Problems.NotAnImage;
            case var other: return Problems.Unsupported($"{(other == ImageFormat.Avif ? "An" : "A")} {other.ToString().ToUpperInvariant()} picture");
        }

        try
        {
            if (codec.ReadHeader(data, out header) is { } problem) return problem;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return Problems.LibraryMissing(codec);
        }

        if (header.Width < 1 || header.Height < 1) return Problems.Broken(codec.Name);
        return CheckSize(header);
    }

    private ImageProblem? CheckSize(in ImageHeader header)
    {
        var tooLong = Math.Max(header.Width, header.Height) > Limits.MaxSide;
        if (!tooLong && (long)header.Width * header.Height <= Limits.MaxPixels) return null;
        return new(ImageStatus.TooLarge, string.Create(CultureInfo.InvariantCulture,
            $"The picture is {header.Width:N0} x {header.Height:N0} pixels; at most {Limits.MaxSide:N0} a side and {Limits.MaxPixels / 1e6:0.##} megapixels are read. Make it smaller."));
    }

    private ImageProblem TooManyBytes(long? bytes)
    {
        var limit = (Limits.MaxBytes / 1e6).ToString("0.##", CultureInfo.InvariantCulture);
        var size = bytes is { } b ? (b / 1e6).ToString("0.0", CultureInfo.InvariantCulture) : "more than " + limit;
        return new(ImageStatus.TooLarge, $"The file has {size} MB; at most {limit} MB are read. Make it smaller.");
    }

    private static ImageProblem? Read(ReadOnlySpan<byte> data, IImageCodec codec, in ImageHeader header, bool grey, Span<byte> pixels)
    {
        try
        {
            return codec.Decode(data, header, grey, pixels);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return Problems.LibraryMissing(codec);
        }
    }

    private static (int Width, int Height) DisplayedSize(in ImageHeader header) =>
        ExifOrientation.SwapsSides(header.Orientation) ? (header.Height, header.Width) : (header.Width, header.Height);
}
