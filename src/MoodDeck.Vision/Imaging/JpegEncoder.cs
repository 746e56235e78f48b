using MoodDeck.Vision.Imaging.Codecs;

namespace MoodDeck.Vision.Imaging;

/// <summary>Writes JPEG.</summary>
public static unsafe class JpegEncoder
{
    // Above this quality, halving the colours' resolution would be what one sees first.
    private const int FullColourQuality = 90;

    /// <summary>The picture as a JPEG file; the same picture gives the same bytes.</summary>
    /// <param name="image">The picture, at most 65,500 pixels a side.</param>
    /// <param name="quality">1 to 100. Default 90.</param>
    /// <exception cref="ArgumentOutOfRangeException">The quality is out of range.</exception>
    /// <exception cref="ImageEncodingException">The library is missing or refuses the picture.</exception>
    public static byte[] Encode(Image image, int quality = 90)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (quality is < 1 or > 100) throw new ArgumentOutOfRangeException(nameof(quality), quality, "Expected 1 to 100.");
        try
        {
            return Compress(image, quality);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            throw ImageEncodingException.MissingLibrary("Writing JPEG", TurboJpeg.Package, e);
        }
    }

    private static byte[] Compress(Image image, int quality)
    {
        var subsampling = quality >= FullColourQuality ? TurboJpeg.Subsampling444 : TurboJpeg.Subsampling420;
        var handle = TurboJpeg.InitCompress();
        try
        {
            var bytes = TurboJpeg.BufferSize(image.Width, image.Height, subsampling);
            if (bytes is 0 or > int.MaxValue)
                throw new ImageEncodingException($"A picture of {image.Width} x {image.Height} pixels is too large for a JPEG.");
            var buffer = new byte[(int)bytes];
            fixed (byte* pixels = image.Pixels, start = buffer)
            {
                var jpeg = start;
                if (TurboJpeg.Compress(handle, pixels, image.Width, 0, image.Height, TurboJpeg.PixelRgb, ref jpeg, ref bytes, subsampling, quality, TurboJpeg.FlagNoReallocation) != 0)
                    throw new ImageEncodingException($"A picture of {image.Width} x {image.Height} pixels could not be written as JPEG: {TurboJpeg.ErrorMessage(handle)}.");
            }

            return buffer[..(int)bytes];
        }
        finally
        {
            _ = TurboJpeg.Destroy(handle);
        }
    }
}
