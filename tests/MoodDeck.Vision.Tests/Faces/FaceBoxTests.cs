using MoodDeck.Vision.Faces;

namespace MoodDeck.Vision.Tests.Faces;

public sealed class FaceBoxTests
{
    [Theory]
    [InlineData(0, 0, 10, 10, 1)]
    [InlineData(5, 0, 10, 10, 50.0 / 150)]
    [InlineData(0, 0, 5, 5, 0.25)]
    [InlineData(10, 0, 10, 10, 0)]
    [InlineData(30, 30, 5, 5, 0)]
    [InlineData(2, 2, 0, 5, 0)]
    public void IntersectionOverUnion_KnownBoxes_IsSymmetric(double x, double y, double width, double height, double expected)
    {
        FaceBox a = new(0, 0, 10, 10), b = new(x, y, width, height);
        Assert.Equal(expected, FaceBox.IntersectionOverUnion(a, b), 1e-12);
        Assert.Equal(expected, FaceBox.IntersectionOverUnion(b, a), 1e-12);
    }

    [Fact]
    public void ClipTo_ReachingOutside_KeepsTheInside() => Assert.Equal(new FaceBox(0, 5, 15, 15), new FaceBox(-5, 5, 20, 40).ClipTo(100, 20));

    [Fact]
    public void ClipTo_WhollyOutside_IsEmpty() => Assert.Equal(0, new FaceBox(200, 5, 20, 40).ClipTo(100, 20).Area);
}
