using System.Runtime.InteropServices;

namespace MoodDeck.Vision.Imaging.Codecs;

/// <summary>libjpeg-turbo's TurboJPEG 2.x API (turbojpeg.h).</summary>
internal static unsafe partial class TurboJpeg
{
    public const string Package = "libturbojpeg0";

    public const int PixelRgb = 0;
    public const int PixelGrey = 6;
    public const int PixelCmyk = 11;
    public const int ColourspaceCmyk = 3;
    public const int ColourspaceYcck = 4;
    public const int Subsampling444 = 0;
    public const int Subsampling420 = 2;
    public const int ErrorWarning = 0;
    public const int FlagNoReallocation = 1024;
    /// <summary>Stops progressive files whose thousands of scans would take minutes.</summary>
    public const int FlagLimitScans = 32768;

    private const string Library = "libturbojpeg.so.0";

    [LibraryImport(Library, EntryPoint = "tjInitDecompress")]
    public static partial nint InitDecompress();

    [LibraryImport(Library, EntryPoint = "tjInitCompress")]
    public static partial nint InitCompress();

    [LibraryImport(Library, EntryPoint = "tjDestroy")]
    public static partial int Destroy(nint handle);

    [LibraryImport(Library, EntryPoint = "tjDecompressHeader3")]
    public static partial int DecompressHeader(nint handle, byte* jpeg, nuint jpegBytes, out int width, out int height, out int subsampling, out int colourspace);

    [LibraryImport(Library, EntryPoint = "tjDecompress2")]
    public static partial int Decompress(nint handle, byte* jpeg, nuint jpegBytes, byte* pixels, int width, int pitch, int height, int pixelFormat, int flags);

    [LibraryImport(Library, EntryPoint = "tjCompress2")]
    public static partial int Compress(nint handle, byte* pixels, int width, int pitch, int height, int pixelFormat, ref byte* jpeg, ref nuint jpegBytes, int subsampling, int quality, int flags);

    [LibraryImport(Library, EntryPoint = "tjBufSize")]
    public static partial nuint BufferSize(int width, int height, int subsampling);

    [LibraryImport(Library, EntryPoint = "tjGetErrorCode")]
    public static partial int ErrorCode(nint handle);

    public static string ErrorMessage(nint handle) => Marshal.PtrToStringUTF8(ErrorText(handle)) ?? "";

    [LibraryImport(Library, EntryPoint = "tjGetErrorStr2")]
    private static partial nint ErrorText(nint handle);
}
