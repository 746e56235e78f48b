using System.Buffers.Binary;

namespace MoodDeck.Vision.Imaging.Codecs;

internal sealed unsafe class PngCodec : IImageCodec
{
    private const int SignatureBytes = 8;
    private const int FirstPixelByte = 33;

    public string Name => "PNG";

    public string Package => LibPng.Package;

    public bool DecodesGrey => false;

    public ImageProblem? ReadHeader(ReadOnlySpan<byte> data, out ImageHeader header)
    {
        header = default;
        if (data.Length < FirstPixelByte || !data[12..16].SequenceEqual("IHDR"u8)) return Problems.Broken(Name);
        var width = BinaryPrimitives.ReadUInt32BigEndian(data[16..]);
        var height = BinaryPrimitives.ReadUInt32BigEndian(data[20..]);
        if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue) return Problems.Broken(Name);
        header = new ImageHeader((int)width, (int)height, FindOrientation(data));
        return null;
    }

    public ImageProblem? Decode(ReadOnlySpan<byte> data, in ImageHeader header, bool grey, Span<byte> pixels)
    {
        PngImage image = new() { Version = LibPng.Version };
        var white = stackalloc byte[] { 255, 255, 255 };
        fixed (byte* png = data, target = pixels)
        {
            try
            {
                if (LibPng.BeginRead(&image, png, (nuint)data.Length) == 0) return Problems.Broken(Name);
                // The library reads the header anew; what it is about to write must be what memory was taken for.
                if (image.Width != (uint)header.Width || image.Height != (uint)header.Height) return Problems.Broken(Name);
                image.Format = LibPng.FormatRgb;
                image.Flags |= LibPng.Flag16BitSrgb;
                return LibPng.FinishRead(&image, white, target, 0, null) == 0 ? Problems.Broken(Name) : null;
            }
            finally
            {
                LibPng.Free(&image);
            }
        }
    }

    private static int FindOrientation(ReadOnlySpan<byte> data)
    {
        var rest = data[SignatureBytes..];
        while (rest.Length >= 12)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > (uint)rest.Length - 12) break;
            if (rest[4..8].SequenceEqual("eXIf"u8)) return ExifOrientation.FromTiff(rest.Slice(8, (int)length));
            rest = rest[((int)length + 12)..];
        }

        return ExifOrientation.Upright;
    }
}
