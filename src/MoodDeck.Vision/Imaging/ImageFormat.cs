namespace MoodDeck.Vision.Imaging;

/// <summary>Kinds of pictures, told apart by their first bytes.</summary>
public enum ImageFormat
{
    /// <summary>Nothing known.</summary>
    Unknown,
    /// <summary>JPEG; read.</summary>
    Jpeg,
    /// <summary>PNG; read.</summary>
    Png,
    /// <summary>WebP; read.</summary>
    WebP,
    /// <summary>GIF; recognised, not read.</summary>
    Gif,
    /// <summary>BMP; recognised, not read.</summary>
    Bmp,
    /// <summary>TIFF; recognised, not read.</summary>
    Tiff,
    /// <summary>HEIC, as phones write it; recognised, not read.</summary>
    Heic,
    /// <summary>AVIF; recognised, not read.</summary>
    Avif,
}

/// <summary>Telling formats apart.</summary>
public static class ImageFormats
{
    /// <summary>The format that these first bytes announce; a file's name plays no part.</summary>
    public static ImageFormat Detect(ReadOnlySpan<byte> data)
    {
        if (data.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return ImageFormat.Jpeg;
        if (data.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return ImageFormat.Png;
        if (data.StartsWith("RIFF"u8) && data.Length >= 12 && data[8..12].SequenceEqual("WEBP"u8)) return ImageFormat.WebP;
        if (data.StartsWith("GIF8"u8)) return ImageFormat.Gif;
        if (data.StartsWith("II*\0"u8) || data.StartsWith("MM\0*"u8)) return ImageFormat.Tiff;
        if (data.Length >= 12 && data[4..8].SequenceEqual("ftyp"u8)) return DetectIsoMedia(data[8..12]);
        return data.StartsWith("BM"u8) && data.Length >= 26 && data[6..10].SequenceEqual("\0\0\0\0"u8) ? ImageFormat.Bmp : ImageFormat.Unknown;
    }

    private static ImageFormat DetectIsoMedia(ReadOnlySpan<byte> brand)
    {
        if (brand.StartsWith("avi"u8)) return ImageFormat.Avif;
        return brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8) || brand.SequenceEqual("mif1"u8) ? ImageFormat.Heic : ImageFormat.Unknown;
    }
}
