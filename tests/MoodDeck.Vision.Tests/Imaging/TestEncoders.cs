using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using MoodDeck.Vision.Imaging;
using MoodDeck.Vision.Imaging.Codecs;

namespace MoodDeck.Vision.Tests.Imaging;

/// <summary>Makes the kinds of files that MoodDeck reads but does not write.</summary>
internal static unsafe class TestEncoders
{
    public const int Progressive = 16384;

    public static byte[] Jpeg(byte[] pixels, int width, int height, int format, int subsampling, int flags = 0)
    {
        var handle = TurboJpeg.InitCompress();
        try
        {
            var bytes = TurboJpeg.BufferSize(width, height, subsampling);
            var buffer = new byte[(int)bytes];
            fixed (byte* source = pixels, target = buffer)
            {
                var jpeg = target;
                Assert.Equal(0, TurboJpeg.Compress(handle, source, width, 0, height, format, ref jpeg, ref bytes, subsampling, 95, flags | TurboJpeg.FlagNoReallocation));
            }

            return buffer[..(int)bytes];
        }
        finally
        {
            _ = TurboJpeg.Destroy(handle);
        }
    }

    public static byte[] LosslessWebP(Image image) => Take(EncodeLossless(image.Pixels.ToArray(), image.Width, image.Height, image.Width * 3, out var webp), webp);

    public static byte[] LosslessWebP(byte[] rgba, int width, int height) => Take(EncodeLosslessAlpha(rgba, width, height, width * 4, out var webp), webp);

    public static byte[] LossyWebP(Image image) => Take(EncodeLossy(image.Pixels.ToArray(), image.Width, image.Height, image.Width * 3, 95, out var webp), webp);

    /// <summary>A TIFF structure with the orientation tag alone.</summary>
    public static byte[] Exif(int orientation, bool littleEndian)
    {
        var tiff = new byte[26];
        Encoding.ASCII.GetBytes(littleEndian ? "II*\0" : "MM\0*").CopyTo(tiff, 0);
        void Put16(int at, int value)
        {
            if (littleEndian) BinaryPrimitives.WriteUInt16LittleEndian(tiff.AsSpan(at), (ushort)value);
            else BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(at), (ushort)value);
        }

        Put16(littleEndian ? 4 : 6, 8);
        Put16(8, 1);
        Put16(10, 0x0112);
        Put16(12, 3);
        Put16(littleEndian ? 14 : 16, 1);
        Put16(18, orientation);
        return tiff;
    }

    public static byte[] JpegWithExif(byte[] jpeg, byte[] tiff)
    {
        byte[] body = [.. "Exif\0\0"u8, .. tiff];
        var length = body.Length + 2;
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. body, .. jpeg.AsSpan(2)];
    }

    /// <summary>Puts a simple WebP into the extended container, with an EXIF chunk.</summary>
    public static byte[] WebPWithExif(byte[] webp, int width, int height, byte[] tiff)
    {
        const byte exifFlag = 8;
        byte[] extended = [exifFlag, 0, 0, 0, (byte)(width - 1), (byte)((width - 1) >> 8), 0, (byte)(height - 1), (byte)((height - 1) >> 8), 0];
        byte[] body = [.. "WEBP"u8, .. RiffChunk("VP8X", extended), .. webp.AsSpan(12), .. RiffChunk("EXIF", tiff)];
        return RiffChunk("RIFF", body);
    }

    private static byte[] RiffChunk(string type, byte[] body)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, body.Length);
        return [.. Encoding.ASCII.GetBytes(type), .. length, .. body, .. new byte[body.Length & 1]];
    }

    private static byte[] Take(nuint bytes, nint webp)
    {
        Assert.NotEqual(0u, bytes);
        var result = new ReadOnlySpan<byte>((void*)webp, (int)bytes).ToArray();
        WebPFree(webp);
        return result;
    }

#pragma warning disable SYSLIB1054 // A test needs no generated marshalling.
    [DllImport("libwebp.so.7", EntryPoint = "WebPEncodeLosslessRGB")]
    private static extern nuint EncodeLossless(byte[] rgb, int width, int height, int stride, out nint webp);

    [DllImport("libwebp.so.7", EntryPoint = "WebPEncodeLosslessRGBA")]
    private static extern nuint EncodeLosslessAlpha(byte[] rgba, int width, int height, int stride, out nint webp);

    [DllImport("libwebp.so.7", EntryPoint = "WebPEncodeRGB")]
    private static extern nuint EncodeLossy(byte[] rgb, int width, int height, int stride, float quality, out nint webp);

    [DllImport("libwebp.so.7", EntryPoint = "WebPFree")]
    private static extern void WebPFree(nint webp);
#pragma warning restore SYSLIB1054
}
