namespace MoodDeck.Vision.Faces;

/// <summary>
/// How well a face can be read, in [0, 1]: the geometric mean of three parts, each in [0, 1].
/// Size is (h - 12) / (64 - 12) for a face of h pixels on its shorter side. Sharpness is 1 - exp(-v / 60), with v the
/// variance of the Laplacian over the crop (Pech-Pacheco et al. 2000) after its contrast is brought to a standard
/// deviation of 50, so that a dim but sharp face is not called blurred. Exposure is the share of crop pixels between 16
/// and 239, times min(1, s / 24) with s the crop's standard deviation.
/// </summary>
/// <param name="Size">Part for the size.</param>
/// <param name="Sharpness">Part for the sharpness.</param>
/// <param name="Exposure">Part for the exposure and contrast.</param>
public readonly record struct FaceQuality(double Size, double Sharpness, double Exposure)
{
    private const double SmallestSide = 12, ReadableSide = 64;
    private const double ReferenceDeviation = 50, SharpVariance = 60;
    private const double Darkest = 16, Brightest = 239, EnoughDeviation = 24;

    /// <summary>Mean luma of the crop, 0 (black) to 1 (white).</summary>
    public double Light { get; init; }

    /// <summary>
    /// How unevenly the two halves of the crop are lit: the difference of their mean luma relative to its sum, in [0, 1].
    /// </summary>
    public double SideLight { get; init; }

    /// <summary>The geometric mean of the parts.</summary>
    public double Overall => Math.Cbrt(Size * Sharpness * Exposure);

    /// <summary>Judges a crop.</summary>
    /// <param name="box">The face in the picture's pixels.</param>
    /// <param name="crop">Luma in 0..255, [height, width].</param>
    /// <param name="width">Width of the crop, at least 3 pixels.</param>
    /// <exception cref="ArgumentException">The crop is smaller than 3 x 3 or not rectangular.</exception>
    public static FaceQuality Of(FaceBox box, ReadOnlySpan<float> crop, int width)
    {
        if (width < 3 || crop.Length < 3 * width || crop.Length % width != 0)
            throw new ArgumentException($"Expected rows of {width} samples, at least 3 x 3; got {crop.Length}.", nameof(crop));
        var (mean, deviation, inRange) = LightOf(crop);
        return new(
            Math.Clamp((Math.Min(box.Width, box.Height) - SmallestSide) / (ReadableSide - SmallestSide), 0, 1),
            deviation < 1 ? 0 : 1 - Math.Exp(-LaplacianVariance(crop, width) * Square(ReferenceDeviation / deviation) / SharpVariance),
            inRange * Math.Min(1, deviation / EnoughDeviation))
        {
            Light = mean / 255,
            SideLight = SideLightOf(crop, width),
        };
    }

    private static (double Mean, double Deviation, double InRange) LightOf(ReadOnlySpan<float> crop)
    {
        double sum = 0, squares = 0;
        var inRange = 0;
        foreach (var p in crop)
        {
            sum += p;
            squares += (double)p * p;
            if (p is >= (float)Darkest and <= (float)Brightest) inRange++;
        }

        var mean = sum / crop.Length;
        return (mean, Math.Sqrt(Math.Max(0, (squares / crop.Length) - (mean * mean))), (double)inRange / crop.Length);
    }

    private static double SideLightOf(ReadOnlySpan<float> crop, int width)
    {
        double left = 0, right = 0;
        for (var y = 0; y < crop.Length; y += width)
        {
            var row = crop.Slice(y, width);
            for (var x = 0; x < width / 2; x++) (left, right) = (left + row[x], right + row[width - 1 - x]);
        }

        return Math.Abs(left - right) / Math.Max(1, left + right);
    }

    private static double LaplacianVariance(ReadOnlySpan<float> crop, int width)
    {
        double sum = 0, squares = 0;
        var count = 0;
        for (var y = width; y < crop.Length - width; y += width)
        {
            for (var i = y + 1; i < y + width - 1; i++)
            {
                double l = crop[i - 1] + crop[i + 1] + crop[i - width] + crop[i + width] - (4 * crop[i]);
                sum += l;
                squares += l * l;
                count++;
            }
        }

        var mean = sum / count;
        return (squares / count) - (mean * mean);
    }

    private static double Square(double x) => x * x;
}
