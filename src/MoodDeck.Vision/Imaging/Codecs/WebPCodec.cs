using System.Buffers;
using System.Buffers.Binary;

namespace MoodDeck.Vision.Imaging.Codecs;

internal sealed unsafe class WebPCodec : IImageCodec
{
    private const int RiffHeaderBytes = 12;

    public string Name => "WebP";

    public string Package => LibWebP.Package;

    public bool DecodesGrey => false;

    public ImageProblem? ReadHeader(ReadOnlySpan<byte> data, out ImageHeader header)
    {
        header = default;
        if (BinaryPrimitives.ReadUInt32LittleEndian(data[4..]) > (uint)data.Length - 8) return Problems.Broken(Name);
        if (Features(data) is not { } features) return Problems.Broken(Name);
        if (features.HasAnimation != 0) return Problems.Unsupported("An animated WebP");
        header = new ImageHeader(features.Width, features.Height, FindOrientation(data));
        return null;
    }

    public ImageProblem? Decode(ReadOnlySpan<byte> data, in ImageHeader header, bool grey, Span<byte> pixels)
    {
        if (Features(data) is not { } features) return Problems.Broken(Name);
        if (features.HasAlpha != 0) return DecodeOverWhite(data, header, pixels);
        fixed (byte* webp = data, target = pixels)
        {
            return LibWebP.DecodeRgb(webp, (nuint)data.Length, target, (nuint)pixels.Length, header.Width * Image.Channels) == 0
                ? Problems.Broken(Name)
                : null;
        }
    }

    private ImageProblem? DecodeOverWhite(ReadOnlySpan<byte> data, in ImageHeader header, Span<byte> pixels)
    {
        var bytes = checked(header.Width * header.Height * 4);
        var rgba = ArrayPool<byte>.Shared.Rent(bytes);
        try
        {
            fixed (byte* webp = data, target = rgba)
            {
                if (LibWebP.DecodeRgba(webp, (nuint)data.Length, target, (nuint)bytes, header.Width * 4) == 0) return Problems.Broken(Name);
            }

            for (int i = 0, p = 0; i < bytes; i += 4, p += 3)
            {
                int alpha = rgba[i + 3];
                for (var c = 0; c < 3; c++) pixels[p + c] = (byte)(((rgba[i + c] * alpha) + (255 * (255 - alpha)) + 127) / 255);
            }

            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rgba);
        }
    }

    private static WebPFeatures? Features(ReadOnlySpan<byte> data)
    {
        fixed (byte* webp = data)
            return LibWebP.GetFeatures(webp, (nuint)data.Length, out var features, LibWebP.AbiVersion) == 0 ? features : null;
    }

    private static int FindOrientation(ReadOnlySpan<byte> data)
    {
        var rest = data[RiffHeaderBytes..];
        while (rest.Length >= 8)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            if (length > (uint)rest.Length - 8) break;
            if (rest.StartsWith("EXIF"u8)) return ExifOrientation.FromTiff(rest.Slice(8, (int)length));
            // Chunks are padded to an even length.
            rest = rest[Math.Min(rest.Length, (int)length + 8 + (int)(length & 1))..];
        }

        return ExifOrientation.Upright;
    }
}
