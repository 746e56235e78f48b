using MoodDeck.Vision.Expressions;

namespace MoodDeck.Vision.Tests.Expressions;

public sealed class FacePreprocessingTests
{
    private const int Side = 48;

    [Fact]
    public void Names_EveryValue_IsParsedBack() =>
        Assert.All(Enum.GetValues<FacePreprocessing>(), p => Assert.Equal(p, FacePreprocessings.Parse(FacePreprocessings.NameOf(p).ToUpperInvariant())));

    [Fact]
    public void Parse_Unknown_IsNull() => Assert.Null(FacePreprocessings.Parse("sharpen"));

    [Fact]
    public void Apply_None_ChangesNothing() => Assert.Equal(Dark(), Run(FacePreprocessing.None, Dark()));

    [Fact]
    public void Apply_EqualiseThreeGreys_GivesTheirSharesOfTheRest()
    {
        float[] picture = [.. Enumerable.Repeat(50f, 8), .. Enumerable.Repeat(60f, 4), .. Enumerable.Repeat(200f, 4)];
        FacePreprocessing.Equalise.Apply(picture, 4, 4);
        Assert.Equal([.. Enumerable.Repeat(0f, 8), .. Enumerable.Repeat(127.5f, 4), .. Enumerable.Repeat(255f, 4)], picture);
    }

    [Fact]
    public void Apply_EqualiseDarkPicture_SpreadsGreysEvenly()
    {
        var before = Counts(Dark());
        Assert.True(before[0] > 3 * before[7]);
        Assert.All(Counts(Run(FacePreprocessing.Equalise, Dark())), n => Assert.InRange(n, 0.8 * Side * Side / 8, 1.2 * Side * Side / 8));
    }

    [Fact]
    public void Apply_EqualiseTwice_IsNearlyAsOnce()
    {
        var once = Run(FacePreprocessing.Equalise, Dark());
        var twice = Run(FacePreprocessing.Equalise, once);
        for (var i = 0; i < once.Length; i++) Assert.Equal(once[i], twice[i], 2.0);
    }

    [Theory]
    [InlineData(FacePreprocessing.Equalise)]
    [InlineData(FacePreprocessing.Clahe)]
    public void Apply_OneGrey_StaysOneGrey(FacePreprocessing preprocessing)
    {
        var grey = Enumerable.Repeat(90f, Side * Side).ToArray();
        Assert.All(Run(preprocessing, grey), p => Assert.Equal(Run(preprocessing, grey)[0], p, 1e-3));
    }

    [Theory]
    [InlineData(FacePreprocessing.Equalise)]
    [InlineData(FacePreprocessing.Clahe)]
    public void Apply_GreysOutsideTheRange_CountAsTheNearest(FacePreprocessing preprocessing)
    {
        var (wild, tame) = (Dark(), Dark());
        (wild[0], wild[1]) = (-40, 300);
        (tame[0], tame[1]) = (0, 255);
        Assert.Equal(Run(preprocessing, tame), Run(preprocessing, wild));
        Assert.All(Run(preprocessing, wild), p => Assert.InRange(p, 0, 255.001f));
    }

    [Theory]
    [InlineData(FacePreprocessing.Equalise)]
    [InlineData(FacePreprocessing.Clahe)]
    public void Apply_MirrorImage_GivesTheMirrorImage(FacePreprocessing preprocessing)
    {
        var expected = Mirror(Run(preprocessing, Dark()));
        var actual = Run(preprocessing, Mirror(Dark()));
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 1e-2);
    }

    [Theory]
    [InlineData(FacePreprocessing.Equalise)]
    [InlineData(FacePreprocessing.Clahe)]
    public void Apply_OnceWarm_AllocatesNothing(FacePreprocessing preprocessing)
    {
        var picture = Dark();
        preprocessing.Apply(picture, Side, Side);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10; i++) preprocessing.Apply(picture, Side, Side);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData(3, 16)]
    [InlineData(16, 3)]
    [InlineData(47, 48)]
    public void Apply_SizesThatDoNotFit_Throws(int width, int height) =>
        Assert.Throws<ArgumentException>(() => FacePreprocessing.Clahe.Apply(new float[Side * Side], width, height));

    // Fine grain, darker greys far more often than bright ones.
    private static float[] Dark()
    {
        Random random = new(5);
        return [.. Enumerable.Range(0, Side * Side).Select(_ => 255 * MathF.Pow(random.NextSingle(), 1.8f))];
    }

    private static float[] Run(FacePreprocessing preprocessing, float[] picture)
    {
        float[] copy = [.. picture];
        preprocessing.Apply(copy, Side, Side);
        return copy;
    }

    private static int[] Counts(float[] picture)
    {
        var counts = new int[8];
        foreach (var p in picture) counts[Math.Min(7, (int)(p / 32))]++;
        return counts;
    }

    private static float[] Mirror(float[] picture) => [.. picture.Chunk(Side).SelectMany(row => row.Reverse())];
}
