using MoodDeck.Vision.Faces;

namespace MoodDeck.Vision.Tests.Faces;

public sealed class NonMaximumSuppressionTests
{
    private static readonly DetectedFace s_sure = new(new(0, 0, 10, 10), 0.9), s_near = new(new(2, 0, 10, 10), 0.6), s_far = new(new(50, 50, 10, 10), 0.7);

    [Fact]
    public void Apply_OverlappingBoxes_KeepsTheSurest() =>
        Assert.Equal([s_sure, s_far], NonMaximumSuppression.Apply([s_near, s_far, s_sure], 0.4, average: false));

    [Fact]
    public void Apply_Averaging_WeighsByScore()
    {
        var faces = NonMaximumSuppression.Apply([s_near, s_sure], 0.4);
        var face = Assert.Single(faces);
        Assert.Equal(0.9, face.Score);
        Assert.Equal(2 * 0.6 / 1.5, face.Box.X, 1e-12);
        Assert.Equal(10, face.Box.Width, 1e-12);
    }

    [Fact]
    public void Apply_OverlapAtTheLimit_KeepsBoth()
    {
        var limit = FaceBox.IntersectionOverUnion(s_sure.Box, s_near.Box);
        Assert.Equal(2, NonMaximumSuppression.Apply([s_sure, s_near], limit).Count);
        Assert.Single(NonMaximumSuppression.Apply([s_sure, s_near], limit - 0.01));
    }

    [Fact]
    public void Apply_Nothing_GivesNothing() => Assert.Empty(NonMaximumSuppression.Apply([], 0.4));

    [Fact]
    public void Apply_RandomBoxes_LeavesNoOverlapAndLosesNoPlace()
    {
        Random random = new(2);
        for (var round = 0; round < 50; round++)
        {
            var boxes = Enumerable.Range(0, 60).Select(_ => new DetectedFace(
                new(random.Next(100), random.Next(100), 5 + random.Next(30), 5 + random.Next(30)), random.NextDouble())).ToList();
            var kept = NonMaximumSuppression.Apply(boxes, 0.4, average: false);
            for (var i = 0; i < kept.Count; i++)
                for (var j = 0; j < i; j++) Assert.True(FaceBox.IntersectionOverUnion(kept[i].Box, kept[j].Box) <= 0.4);
            Assert.All(boxes, b => Assert.Contains(kept, k => k == b || (FaceBox.IntersectionOverUnion(k.Box, b.Box) > 0.4 && k.Score >= b.Score)));
            Assert.Equal(kept.OrderByDescending(k => k.Score), kept);
        }
    }
}
