using MoodDeck.Vision.Faces.Haar;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Vision.Tests.Faces.Haar;

public sealed class IntegralImagesTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 5)]
    [InlineData(5, 9)]
    public void Constructor_AnyPicture_SumsWhatTheDefinitionSays(int width, int height)
    {
        var random = new Random(7);
        using GreyImage picture = new(width, height);
        random.NextBytes(picture.Pixels);

        var sums = new IntegralImages(picture, withTilted: true);

        for (var y = 0; y <= height; y++)
        {
            for (var x = 0; x <= width; x++)
            {
                var (plain, squared, tilted) = (0, 0u, 0);
                for (var v = 0; v < y; v++)
                {
                    for (var u = 0; u < width; u++)
                    {
                        int p = picture.Row(v)[u];
                        if (u < x) (plain, squared) = (plain + p, squared + (uint)(p * p));
                        if (Math.Abs(u - x + 1) <= y - v - 1) tilted += p;
                    }
                }

                var at = (y * sums.Stride) + x;
                Assert.Equal((plain, squared, tilted), (sums.Plain[at], sums.Squared[at], sums.Tilted[at]));
            }
        }
    }
}
