using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Data;
using MoodDeck.Training.Tests.Data;

namespace MoodDeck.Training.Tests.Augmentation;

public sealed class FaceAugmenterTests
{
    private static readonly PixelNormalisation Plain = new(0, 1);
    private static readonly FaceAugmentationOptions Everything = new() { BlurChance = 0.5f, NoiseChance = 0.5f, ErasingChance = 0.5f, DegradeChance = 0.5f };
    private static readonly byte[] Picture = FaceRows.Picture(1);

    [Fact]
    public void Augment_NothingChosen_IsThePlainPicture()
    {
        var expected = new float[FaceImageSet.ImageLength];
        FaceAugmenter.Plain(Picture, expected, PixelNormalisation.Faces);

        AssertClose(expected, Run(FaceAugmentationOptions.None, normalisation: PixelNormalisation.Faces), 1e-4);
        Assert.Equal((Picture[5] - 128) / 64f, expected[5], 1e-6);
    }

    [Fact]
    public void Augment_MirrorAlways_IsThePlainMirrorImage()
    {
        var expected = new float[FaceImageSet.ImageLength];
        FaceAugmenter.Plain(Picture, expected, Plain, mirror: true);

        Assert.Equal(Picture[47], expected[0]);
        AssertClose(expected, Run(FaceAugmentationOptions.None with { MirrorChance = 1 }), 0.01);
    }

    [Fact]
    public void Augment_ManyThreads_GivesWhatOneThreadGives()
    {
        var augmenter = new FaceAugmenter(Everything, Plain, 3);
        var (one, many) = (new float[200][], new float[200][]);
        for (var row = 0; row < one.Length; row++) one[row] = Augment(augmenter, row);
        Parallel.For(0, many.Length, row => many[many.Length - 1 - row] = Augment(augmenter, many.Length - 1 - row));

        for (var row = 0; row < one.Length; row++) Assert.Equal(one[row], many[row]);
    }

    [Fact]
    public void Augment_OtherSeedEpochOrRow_GivesAnotherPicture()
    {
        float[][] all = [Run(Everything), Run(Everything, seed: 2), Run(Everything, epoch: 1), Run(Everything, row: 1)];

        for (var i = 0; i < all.Length; i++) for (var j = 0; j < i; j++) Assert.NotEqual(all[i], all[j]);
    }

    [Fact]
    public void Augment_Everything_StaysWithinGreyValues()
    {
        var augmenter = new FaceAugmenter(Everything, Plain, 3);

        for (var row = 0; row < 200; row++) Assert.All(Augment(augmenter, row), p => Assert.InRange(p, 0, 255));
    }

    [Fact]
    public void Augment_EvenPicture_StaysEvenUnderGeometry()
    {
        var even = Enumerable.Repeat((byte)90, FaceImageSet.ImageLength).ToArray();
        var output = new float[FaceImageSet.ImageLength];

        new FaceAugmenter(FaceAugmentationOptions.None with { RotationDegrees = 30, ScaleShare = 0.3f, ShiftShare = 0.3f, ShearShare = 0.2f, BlurChance = 1 }, Plain, 1).Augment(even, output, 0, 0);

        Assert.All(output, p => Assert.Equal(90, p, 1e-3));
    }

    [Fact]
    public void Augment_CameraLoss_TakesDetailButKeepsBrightness()
    {
        var output = Run(FaceAugmentationOptions.None with { DegradeChance = 1 });

        Assert.Equal(Picture.Average(p => p), output.Average(), 5.0);
        Assert.True(Roughness(output) < 0.7 * Roughness(Array.ConvertAll(Picture, p => (float)p)));
    }

    [Fact]
    public void Augment_ErasingAlways_FillsOneRectangleOfTheWantedSize()
    {
        var output = Run(FaceAugmentationOptions.None with { ErasingChance = 1, ErasingMinShare = 0.1f, ErasingMaxShare = 0.1f });

        var changed = Enumerable.Range(0, output.Length).Where(i => Math.Abs(output[i] - Picture[i]) > 0.5).ToList();
        var width = changed.Max(i => i % 48) - changed.Min(i => i % 48) + 1;
        var height = (changed.Max() / 48) - (changed.Min() / 48) + 1;
        Assert.InRange(width * height, 190, 270);
        Assert.Single(changed.Select(i => output[i]).Distinct());
    }

    [Fact]
    public void Augment_SmallerSide_ShowsTheWholePicture()
    {
        var slope = new byte[FaceImageSet.ImageLength];
        for (var i = 0; i < slope.Length; i++) slope[i] = (byte)(5 * (i % 48));
        var output = new float[32 * 32];

        new FaceAugmenter(FaceAugmentationOptions.None with { Side = 32 }, Plain, 1).Augment(slope, output, 0, 0);

        for (var x = 0; x < 32; x++) Assert.Equal(5 * ((x + 0.5) * 1.5) - 2.5, output[x], 0.01);
    }

    [Fact]
    public void Augment_OnceWarm_AllocatesNothing()
    {
        var augmenter = new FaceAugmenter(Everything, Plain, 3);
        var output = new float[FaceImageSet.ImageLength];
        for (var row = 0; row < 100; row++) augmenter.Augment(Picture, output, 0, row);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var row = 0; row < 100; row++) augmenter.Augment(Picture, output, 0, row);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Constructor_AmountOutOfRange_NamesIt()
    {
        var e = Assert.Throws<ArgumentException>(() => new FaceAugmenter(new FaceAugmentationOptions { BlurChance = 1.5f }, Plain, 1));

        Assert.Equal("BlurChance is 1.5; expected 0 to 1.", e.Message);
    }

    [Fact]
    public void Measure_Rows_GivesMeanAndDeviation()
    {
        var set = FaceRows.Set([(0, 1, "Training"), (0, 2, "Training")]);

        var measured = PixelNormalisation.Measure(set, [0, 1]);

        var mean = set.Pixels.Average(p => p);
        Assert.Equal(mean, measured.Mean, 1e-3);
        Assert.Equal(Math.Sqrt(set.Pixels.Average(p => (p - mean) * (p - mean))), measured.Deviation, 1e-3);
    }

    private static float[] Run(FaceAugmentationOptions options, ulong seed = 1, int epoch = 0, int row = 0, PixelNormalisation? normalisation = null)
    {
        var output = new float[FaceImageSet.ImageLength];
        new FaceAugmenter(options, normalisation ?? Plain, seed).Augment(Picture, output, epoch, row);
        return output;
    }

    private static float[] Augment(FaceAugmenter augmenter, int row)
    {
        var output = new float[FaceImageSet.ImageLength];
        augmenter.Augment(Picture, output, 0, row);
        return output;
    }

    private static double Roughness(float[] picture) => Enumerable.Range(1, picture.Length - 1).Average(i => Math.Abs(picture[i] - picture[i - 1]));

    private static void AssertClose(float[] expected, float[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], tolerance);
    }
}
