using System.Buffers;

namespace MoodDeck.Vision.Imaging.Codecs;

internal sealed unsafe class JpegCodec : IImageCodec
{
    public string Name => "JPEG";

    public string Package => TurboJpeg.Package;

    public bool DecodesGrey => true;

    public ImageProblem? ReadHeader(ReadOnlySpan<byte> data, out ImageHeader header)
    {
        header = default;
        var handle = TurboJpeg.InitDecompress();
        try
        {
            fixed (byte* jpeg = data)
            {
                if (TurboJpeg.DecompressHeader(handle, jpeg, (nuint)data.Length, out var width, out var height, out _, out _) != 0 && IsFatal(handle))
                    return Problems.Broken(Name);
                header = new ImageHeader(width, height, ExifOrientation.FromJpeg(data));
                return null;
            }
        }
        finally
        {
            _ = TurboJpeg.Destroy(handle);
        }
    }

    public ImageProblem? Decode(ReadOnlySpan<byte> data, in ImageHeader header, bool grey, Span<byte> pixels)
    {
        var handle = TurboJpeg.InitDecompress();
        try
        {
            fixed (byte* jpeg = data)
            {
                _ = TurboJpeg.DecompressHeader(handle, jpeg, (nuint)data.Length, out _, out _, out _, out var colourspace);
                if (colourspace is TurboJpeg.ColourspaceCmyk or TurboJpeg.ColourspaceYcck)
                    return DecodeInks(handle, jpeg, data.Length, header, grey, pixels);
                return Decompress(handle, jpeg, data.Length, header, grey ? TurboJpeg.PixelGrey : TurboJpeg.PixelRgb, pixels);
            }
        }
        finally
        {
            _ = TurboJpeg.Destroy(handle);
        }
    }

    private ImageProblem? Decompress(nint handle, byte* jpeg, int bytes, in ImageHeader header, int format, Span<byte> pixels)
    {
        fixed (byte* target = pixels)
        {
            if (TurboJpeg.Decompress(handle, jpeg, (nuint)bytes, target, header.Width, 0, header.Height, format, TurboJpeg.FlagLimitScans) == 0)
                return null;
        }

        if (!IsFatal(handle)) return IsHarmless(TurboJpeg.ErrorMessage(handle)) ? null : Problems.Broken(Name);
        var message = TurboJpeg.ErrorMessage(handle);
        return message.Contains("nsupported", StringComparison.Ordinal) ? Problems.Unsupported("A JPEG of this rare kind") : Problems.Broken(Name);
    }

    // Printers' JPEGs hold four inks, inverted as Adobe writes them: 255 is no ink.
    private ImageProblem? DecodeInks(nint handle, byte* jpeg, int bytes, in ImageHeader header, bool grey, Span<byte> pixels)
    {
        var count = checked(header.Width * header.Height);
        var rented = ArrayPool<byte>.Shared.Rent(checked(count * 4));
        try
        {
            var inks = rented.AsSpan(0, count * 4);
            if (Decompress(handle, jpeg, bytes, header, TurboJpeg.PixelCmyk, inks) is { } problem) return problem;
            for (int i = 0, p = 0; i < inks.Length; i += 4)
            {
                var k = inks[i + 3];
                byte r = (byte)(inks[i] * k / 255), g = (byte)(inks[i + 1] * k / 255), b = (byte)(inks[i + 2] * k / 255);
                if (grey)
                {
                    pixels[p++] = Luma.Of(r, g, b);
                    continue;
                }

                (pixels[p], pixels[p + 1], pixels[p + 2]) = (r, g, b);
                p += 3;
            }

            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static bool IsFatal(nint handle) => TurboJpeg.ErrorCode(handle) != TurboJpeg.ErrorWarning;

    // Webcams pad their frames, and editors leave odd markers: the picture is whole. All other warnings mean lost pixels.
    private static bool IsHarmless(string warning) =>
        warning.Contains("extraneous bytes before marker", StringComparison.Ordinal)
        || warning.Contains("Unknown Adobe color transform", StringComparison.Ordinal)
        || warning.Contains("JFIF revision", StringComparison.Ordinal);
}
