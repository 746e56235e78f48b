using MoodDeck.Training.Augmentation;

namespace MoodDeck.Training.Tests.Augmentation;

public sealed class SideLightTests
{
    private const int Side = 48;

    [Fact]
    public void Apply_LightFromTheRight_LeavesTheRightBrightAndShadesTheLeft()
    {
        var plane = Even();

        new SideLight(Angle: 0, Shade: 0.25f, Edge: 0, Softness: 0.1f).Apply(plane, Side);

        Assert.Equal(200, plane[Side - 1], 1f);
        Assert.Equal(50, plane[0], 1f);
        Assert.Equal(plane[0], plane[(Side - 1) * Side], 1e-3f);
    }

    [Fact]
    public void Apply_EdgeBeyondThePicture_DarkensAllOfIt()
    {
        var plane = Even();

        new SideLight(Angle: 1, Shade: 0.2f, Edge: 3, Softness: 0.1f).Apply(plane, Side);

        Assert.All(plane, p => Assert.Equal(40, p, 1f));
    }

    [Fact]
    public void Augment_CoverAlone_CoversAFifthToAHalfFromOneSide()
    {
        FaceAugmenter augmenter = new(FaceAugmentationOptions.None with { CoverChance = 1 }, new(0, 1), seed: 3);
        var image = new byte[Side * Side];
        for (var i = 0; i < image.Length; i++) image[i] = (byte)(i % 256);
        var plane = new float[image.Length];
        for (var row = 0; row < 20; row++)
        {
            augmenter.Augment(image, plane, 0, row);

            var changed = image.Zip(plane).Count(p => p.First != p.Second);
            Assert.InRange(changed / (double)image.Length, 0.18, 0.52);
        }
    }

    private static float[] Even()
    {
        var plane = new float[Side * Side];
        Array.Fill(plane, 200);
        return plane;
    }
}
