using MoodDeck.Vision.Imaging;

namespace MoodDeck.Vision.Tests.Imaging;

public sealed class ResamplerTests
{
    [Theory]
    [InlineData(7, 5)]
    [InlineData(64, 48)]
    [InlineData(200, 333)]
    public void Resize_OneColour_StaysThatColour(int width, int height)
    {
        Image image = new(64, 48);
        image.Fill(new(10, 130, 250));
        var resized = Resampler.Resize(image, width, height);
        Assert.Equal((width, height), (resized.Width, resized.Height));
        for (var i = 0; i < width * height; i++) Assert.Equal(new Rgb(10, 130, 250), resized[i % width, i / width]);
    }

    [Fact]
    public void Resize_SameSize_ChangesNothing()
    {
        var waves = TestPictures.Waves(33, 21);
        Assert.Equal(waves.Pixels.ToArray(), Resampler.Resize(waves, 33, 21).Pixels.ToArray());
    }

    [Fact]
    public void Resize_Half_AveragesFourPixels()
    {
        GreyImage image = new(4, 2, [10, 20, 100, 200, 30, 40, 0, 100]);
        Assert.Equal([25, 100], Resampler.Resize(image, 2, 1).Pixels.ToArray());
    }

    [Theory]
    [InlineData(2, 320, 240)]
    [InlineData(2, 37, 5)]
    [InlineData(4, 160, 120)]
    [InlineData(4, 21, 3)]
    [InlineData(8, 160, 90)]
    [InlineData(8, 5, 2)]
    public void Sample_WholeNumberOfPixels_IsExactlyTheirMean(int factor, int width, int height)
    {
        GreyImage image = new(width * factor, height * factor);
        new Random(factor).NextBytes(image.Pixels);
        image.Row(0).Fill(255);
        var stride = width + 3;
        var target = Enumerable.Repeat(-1f, height * stride).ToArray();

        Resampler.Sample(image, new(0, 0, image.Width, image.Height), width, height, target, stride);

        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var sum = 0;
                for (var i = 0; i < factor * factor; i++) sum += image.Row((y * factor) + (i / factor))[(x * factor) + (i % factor)];
                Assert.Equal(sum / (float)(factor * factor), target[(y * stride) + x]);
            }

            Assert.Equal([-1f, -1, -1], target.AsSpan((y * stride) + width, 3));
        }
    }

    [Fact]
    public void Sample_ThreeToTwo_WeighsByArea()
    {
        var target = new float[2];
        Resampler.Sample(new GreyImage(3, 1, [30, 60, 90]), new(0, 0, 3, 1), 2, 1, target);
        Assert.Equal(40f, target[0], 1e-4f); // (30 + 60 / 2) / 1.5
        Assert.Equal(80f, target[1], 1e-4f);
    }

    [Fact]
    public void Sample_Enlarged_InterpolatesBetweenCentres()
    {
        var target = new float[4];
        Resampler.Sample(new GreyImage(2, 1, [0, 100]), new(0, 0, 2, 1), 4, 1, target);
        Assert.Equal([0f, 25f, 75f, 100f], target);
    }

    [Fact]
    public void Sample_WindowOutside_RepeatsTheEdge()
    {
        GreyImage image = new(2, 2, [10, 20, 30, 40]);
        var target = new float[16];
        Resampler.Sample(image, new(-1, -1, 4, 4), 4, 4, target);
        Assert.Equal([10f, 10, 20, 20, 10, 10, 20, 20, 30, 30, 40, 40, 30, 30, 40, 40], target);
        Resampler.Sample(image, new(50, 50, 4, 4), 4, 4, target);
        Assert.All(target, v => Assert.Equal(40f, v));
        Resampler.Sample(image, new(-900, 0.5, 8, 0.25), 4, 4, target);
        Assert.All(target, v => Assert.InRange(v, 10f, 30f));
    }

    [Fact]
    public void Sample_Stride_LeavesTheRestAlone()
    {
        var target = Enumerable.Repeat(-1f, 6).ToArray();
        Resampler.Sample(new GreyImage(2, 2, [1, 2, 3, 4]), new(0, 0, 2, 2), 2, 2, target, stride: 3);
        Assert.Equal([1f, 2, -1, 3, 4, -1], target);
    }

    [Fact]
    public void Sample_RandomWindows_StaysWithinThePicturesRange()
    {
        Random random = new(5);
        GreyImage image = new(37, 29);
        random.NextBytes(image.Pixels);
        var (low, high) = (image.Pixels.ToArray().Min(), image.Pixels.ToArray().Max());
        var target = new float[48 * 48];
        for (var i = 0; i < 200; i++)
        {
            SampleWindow window = new(random.Next(-60, 60) + random.NextDouble(), random.Next(-60, 60), 0.1 + (90 * random.NextDouble()), 0.1 + (90 * random.NextDouble()));
            Resampler.Sample(image, window, random.Next(1, 49), random.Next(1, 49), target);
            Assert.All(target, v => Assert.InRange(v, Math.Min(low, 0f) - 0.01f, high + 0.01f));
        }
    }

    [Fact]
    public void Sample_WholePicture_KeepsTheMean()
    {
        GreyImage image = new(640, 480);
        new Random(6).NextBytes(image.Pixels);
        var target = new float[97 * 73];
        Resampler.Sample(image, new(0, 0, 640, 480), 97, 73, target);
        Assert.Equal(image.Pixels.ToArray().Average(b => (double)b), target.Average(), 1e-2);
    }

    [Theory]
    [InlineData(640, 0, 640, 320)]
    [InlineData(640, -20.5, 700.25, 48)]
    [InlineData(5, 1.2, 0.3, 48)]
    [InlineData(1, -3, 9, 7)]
    [InlineData(3, 100, 10, 4)]
    public void AxisTaps_AnyWindow_WeightsSumToOneInsideTheSource(int source, double start, double length, int target)
    {
        AxisTaps taps = new(source, start, length, target);
        for (var i = 0; i < target; i++)
        {
            float sum = 0;
            foreach (var w in taps.Weights(i)) sum += w;
            Assert.Equal(1f, sum, 1e-4f);
            Assert.InRange(taps.First(i), 0, source - taps.Weights(i).Length);
        }
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(double.NaN, 10)]
    [InlineData(10, double.PositiveInfinity)]
    [InlineData(10, -1)]
    public void Sample_ImpossibleWindow_Throws(double width, double height) => Assert.Throws<ArgumentException>(
        () => Resampler.Sample(new GreyImage(4, 4), new(0, 0, width, height), 2, 2, new float[4]));

    [Fact]
    public void Sample_TargetTooSmall_Throws() => Assert.Throws<ArgumentException>(
        () => Resampler.Sample(new GreyImage(4, 4), new(0, 0, 4, 4), 3, 3, new float[8]));

    [Fact]
    public void Crop_Colour_TakesTheWindow()
    {
        var cut = Resampler.Crop(TestPictures.Quarters(40, 40), new(20, 0, 20, 20), 5, 5);
        Assert.Equal(TestPictures.Green, cut[2, 2]);
    }
}
