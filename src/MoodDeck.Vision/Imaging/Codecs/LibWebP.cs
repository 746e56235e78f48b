using System.Runtime.InteropServices;

namespace MoodDeck.Vision.Imaging.Codecs;

/// <summary>libwebp's decoder (webp/decode.h).</summary>
internal static unsafe partial class LibWebP
{
    public const string Package = "libwebp7";

    /// <summary><c>WEBP_DECODER_ABI_VERSION</c>; the library accepts any with the same major byte.</summary>
    public const int AbiVersion = 0x0209;

    private const string Library = "libwebp.so.7";

    [LibraryImport(Library, EntryPoint = "WebPGetFeaturesInternal")]
    public static partial int GetFeatures(byte* data, nuint bytes, out WebPFeatures features, int abiVersion);

    [LibraryImport(Library, EntryPoint = "WebPDecodeRGBInto")]
    public static partial nint DecodeRgb(byte* data, nuint bytes, byte* pixels, nuint pixelBytes, int stride);

    [LibraryImport(Library, EntryPoint = "WebPDecodeRGBAInto")]
    public static partial nint DecodeRgba(byte* data, nuint bytes, byte* pixels, nuint pixelBytes, int stride);
}

/// <summary><c>WebPBitstreamFeatures</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct WebPFeatures
{
    public int Width;
    public int Height;
    public int HasAlpha;
    public int HasAnimation;
    public int Format;
    public fixed int Padding[5];
}
