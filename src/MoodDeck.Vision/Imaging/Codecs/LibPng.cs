using System.Runtime.InteropServices;

namespace MoodDeck.Vision.Imaging.Codecs;

/// <summary>
/// libpng 1.6's simplified API (png.h), which reports errors by return value: the classic one jumps out of the library
/// with longjmp, across managed frames.
/// </summary>
internal static unsafe partial class LibPng
{
    public const string Package = "libpng16-16";

    public const uint Version = 1;
    public const uint FormatRgb = 2;
    /// <summary>Takes 16-bit pixels for sRGB, as every viewer does, where the file does not say that they are linear.</summary>
    public const uint Flag16BitSrgb = 4;

    private const string Library = "libpng16.so.16";

    [LibraryImport(Library, EntryPoint = "png_image_begin_read_from_memory")]
    public static partial int BeginRead(PngImage* image, byte* data, nuint bytes);

    [LibraryImport(Library, EntryPoint = "png_image_finish_read")]
    public static partial int FinishRead(PngImage* image, byte* background, byte* pixels, int rowStride, byte* colourMap);

    [LibraryImport(Library, EntryPoint = "png_image_write_to_memory")]
    public static partial int Write(PngImage* image, byte* png, nuint* pngBytes, int convertTo8Bit, byte* pixels, int rowStride, byte* colourMap);

    [LibraryImport(Library, EntryPoint = "png_image_free")]
    public static partial void Free(PngImage* image);
}

/// <summary><c>png_image</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct PngImage
{
    public nint Opaque;
    public uint Version;
    public uint Width;
    public uint Height;
    public uint Format;
    public uint Flags;
    public uint ColourMapEntries;
    public uint WarningOrError;
    public fixed byte Message[64];
}
