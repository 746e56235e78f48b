using MoodDeck.Cli.CommandLine;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Cli.Bench.Sockets;

/// <summary>A frame as a camera sees it again and again: somebody who sits there moves by a few pixels.</summary>
internal static class SwayingFrames
{
    // One sway in about half a second at 30 frames a second.
    private const int Count = 16;
    private const double AcrossPixels = 4, DownPixels = 2;

    // What a browser's canvas writes, about.
    private const int JpegQuality = 80;

    /// <summary>JPEGs of one sway, of the frame's size, to be sent in a circle.</summary>
    /// <exception cref="CliException">The frame is no picture that can be read.</exception>
    public static IReadOnlyList<byte[]> Of(byte[] frame)
    {
        var decoded = new ImageDecoder().Decode(frame);
        if (!decoded.IsOk) throw new CliException($"the frame cannot be read. {decoded.Problem}");
        using var picture = decoded.Value;
        var frames = new byte[Count][];
        for (var i = 0; i < Count; i++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * i / Count);
            using var moved = Resampler.Crop(picture, new(AcrossPixels * sin, DownPixels * cos, picture.Width, picture.Height), picture.Width, picture.Height);
            frames[i] = JpegEncoder.Encode(moved, JpegQuality);
        }

        return frames;
    }
}
