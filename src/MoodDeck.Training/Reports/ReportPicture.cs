using MoodDeck.Core.Imaging;
using MoodDeck.Training.Data;

namespace MoodDeck.Training.Reports;

/// <summary>A small grey picture that is written into the report itself.</summary>
public sealed class ReportPicture
{
    private readonly byte[] _pixels;

    /// <summary>Copies grey values, <c>[height, width]</c> from the top left.</summary>
    /// <exception cref="ArgumentException">There are not as many as pixels.</exception>
    public ReportPicture(int width, int height, ReadOnlySpan<byte> pixels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (pixels.Length != width * height) throw new ArgumentException($"{width} x {height} pixels need {width * height} values, got {pixels.Length}.", nameof(pixels));
        (Width, Height, _pixels) = (width, height, pixels.ToArray());
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>One picture of a set.</summary>
    public static ReportPicture Of(FaceImageSet set, int row)
    {
        ArgumentNullException.ThrowIfNull(set);
        return new(FaceImageSet.Side, FaceImageSet.Side, set.Image(row));
    }

    /// <summary>The picture as a <c>data:</c> address of a PNG.</summary>
    public string ToDataUri() => "data:image/png;base64," + Convert.ToBase64String(GreyPng.Encode(Width, Height, _pixels));
}
