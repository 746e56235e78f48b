using MoodDeck.Vision.Imaging;

namespace MoodDeck.Vision.Tests.Imaging;

internal static class TestPictures
{
    public static readonly Rgb Red = new(220, 30, 30), Green = new(30, 200, 40), Blue = new(20, 40, 210), Yellow = new(240, 220, 20);

    /// <summary>Red, green, blue and yellow quarters, clockwise from the top left but for the last two: red green / blue yellow.</summary>
    public static Image Quarters(int width, int height)
    {
        Image image = new(width, height);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                image[x, y] = y < height / 2 ? (x < width / 2 ? Red : Green) : x < width / 2 ? Blue : Yellow;
        return image;
    }

    /// <summary>Smooth, different in every channel, with some texture.</summary>
    public static Image Waves(int width, int height)
    {
        Image image = new(width, height);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                image[x, y] = new(
                    (byte)(128 + (100 * Math.Sin(x / 9.0))), (byte)(128 + (100 * Math.Cos(y / 7.0))), (byte)(128 + (90 * Math.Sin((x + y) / 11.0))));
            }
        }

        return image;
    }

    public static string Astronaut => Path.Combine(AppContext.BaseDirectory, "assets", "astronaut.png");

    public static double MeanDifference(Image a, Image b)
    {
        Assert.Equal((a.Width, a.Height), (b.Width, b.Height));
        return MeanDifference(a.Pixels, b.Pixels);
    }

    public static double MeanDifference(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        Assert.Equal(a.Length, b.Length);
        double sum = 0;
        for (var i = 0; i < a.Length; i++) sum += Math.Abs(a[i] - b[i]);
        return sum / a.Length;
    }

    public static void AssertNear(Rgb expected, Rgb actual, int tolerance)
    {
        Assert.InRange(actual.R, expected.R - tolerance, expected.R + tolerance);
        Assert.InRange(actual.G, expected.G - tolerance, expected.G + tolerance);
        Assert.InRange(actual.B, expected.B - tolerance, expected.B + tolerance);
    }
}
