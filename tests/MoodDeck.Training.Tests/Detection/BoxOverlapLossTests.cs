using MoodDeck.Training.Detection;
using MoodDeck.Vision.Faces;

namespace MoodDeck.Training.Tests.Detection;

public sealed class BoxOverlapLossTests
{
    [Theory]
    [InlineData(0.3f, -0.2f, 0.1f, 0.4f, 0, 0, 0, 0)]
    [InlineData(0.5f, 0.4f, -0.8f, -0.9f, 0, 0, 0, 0)] // inside
    [InlineData(9, 0.5f, 0.2f, 0.1f, 0, 0, 0, 0)] // beside, apart
    [InlineData(1.5f, -2, -1, 0.7f, 0.4f, -0.3f, 0.6f, -0.2f)]
    public void Add_AnyBoxes_GradientMatchesFiniteDifferences(float dx, float dy, float dw, float dh, float tx, float ty, float tw, float th)
    {
        float[] offsets = [dx, dy, dw, dh], target = [tx, ty, tw, th];
        var gradient = new float[4];
        BoxOverlapLoss.Add(offsets, target, 2, gradient);

        for (var i = 0; i < 4; i++)
        {
            const float step = 2e-3f;
            float[] up = [.. offsets], down = [.. offsets];
            up[i] += step;
            down[i] -= step;
            var slope = (BoxOverlapLoss.Add(up, target, 2, new float[4]) - BoxOverlapLoss.Add(down, target, 2, new float[4])) / (2 * step);
            Assert.Equal(slope, gradient[i], 3e-3);
        }
    }

    [Fact]
    public void Add_OverlappingBoxes_IsOneMinusTheirGeneralisedOverlap()
    {
        // At stride 1 in the cell (0, 0): 4 x 4 around (0.5, 0.5), and the same moved by 2 to the right.
        var level = new DetectionLevel(1, 1, 1);
        float[] moved = [2, 0, 0, 0], target = [0, 0, 0, 0];
        var iou = FaceBox.IntersectionOverUnion(level.Decode(0, 0, moved), level.Decode(0, 0, target));

        Assert.Equal(1 - iou, BoxOverlapLoss.Add(moved, target, 1, new float[4]), 1e-6); // no gap in the box around both
        Assert.Equal(0, BoxOverlapLoss.Add(target, target, 1, new float[4]), 1e-6);
    }
}
