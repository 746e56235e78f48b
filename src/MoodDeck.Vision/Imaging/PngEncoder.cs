using System.Buffers;
using System.Runtime.InteropServices;
using MoodDeck.Vision.Imaging.Codecs;

namespace MoodDeck.Vision.Imaging;

/// <summary>Writes PNG.</summary>
public static unsafe class PngEncoder
{
    /// <summary>The picture as a PNG file of 8-bit sRGB; the same picture gives the same bytes.</summary>
    /// <exception cref="ImageEncodingException">The library is missing or refuses the picture.</exception>
    public static byte[] Encode(Image image)
    {
        ArgumentNullException.ThrowIfNull(image);
        // Incompressible data grows by a filter byte a row and five bytes per 16 KB block; the chunks around it fit 1 KB.
        var raw = (long)image.Pixels.Length + image.Height;
        var buffer = ArrayPool<byte>.Shared.Rent(checked((int)(raw + (raw / 1000) + 1024)));
        try
        {
            return buffer[..Write(image, buffer)];
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            throw ImageEncodingException.MissingLibrary("Writing PNG", LibPng.Package, e);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static int Write(Image image, byte[] buffer)
    {
        PngImage header = new()
        {
            Version = LibPng.Version,
            Width = (uint)image.Width,
            Height = (uint)image.Height,
            Format = LibPng.FormatRgb,
        };
        var bytes = (nuint)buffer.Length;
        fixed (byte* pixels = image.Pixels, png = buffer)
        {
            if (LibPng.Write(&header, png, &bytes, 0, pixels, 0, null) != 0) return (int)bytes;
            LibPng.Free(&header);
            throw new ImageEncodingException($"A picture of {image.Width} x {image.Height} pixels could not be written as PNG: {Marshal.PtrToStringUTF8((nint)header.Message)}.");
        }
    }
}
