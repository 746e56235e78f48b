using MoodDeck.Training.Detection;

namespace MoodDeck.Training.Tests.Detection;

public sealed class DetectionLossTests
{
    // Five cells: two faces, two of background, one ignored. Differences of offsets lie away from the kink at beta.
    private static readonly float[] Targets = [1, 0, -1, 1, 0];
    private static readonly float[] Offsets = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    private static readonly float[] Outputs =
    [
        0.7f, 0.03f, -0.05f, 0.5f, -2, -1.5f, 1, 2, 3, 4, 0.2f, 1, 1, 1, 1, -2.5f, -0.4f, 0.06f, -0.02f, 0.9f, 3.5f, 0, 0, 1, 0,
    ];

    [Theory]
    [InlineData(0.25f, 2, 1)]
    [InlineData(0.5f, 0, 2)]
    [InlineData(0.75f, 1.5f, 0.3f)]
    public void Run_AnyOutput_GradientMatchesFiniteDifferences(float alpha, float gamma, float weight)
    {
        var options = new DetectionLossOptions { FocalAlpha = alpha, FocalGamma = gamma, BoxWeight = weight };
        var gradients = new float[Outputs.Length];
        DetectionLoss.Run(Outputs, Targets, Offsets, 2, gradients, options);

        for (var i = 0; i < Outputs.Length; i++)
        {
            const float step = 5e-3f;
            var slope = (Total(i, step, options) - Total(i, -step, options)) / (2 * step);
            Assert.Equal(slope, gradients[i], 1e-3);
        }
    }

    [Fact]
    public void Run_GammaZeroAlphaHalf_IsHalfTheCrossEntropy()
    {
        var options = new DetectionLossOptions { FocalAlpha = 0.5f, FocalGamma = 0 };

        var loss = DetectionLoss.Run([1.3f, 0, 0, 0, 0], [1], [0, 0, 0, 0], 1, new float[5], options);

        Assert.Equal(0.5 * Math.Log(1 + Math.Exp(-1.3)), loss.Score, 1e-6);
        Assert.Equal(0, loss.Box);
    }

    [Fact]
    public void Run_IgnoredCell_CostsNothing()
    {
        var gradients = new float[] { 9, 9, 9, 9, 9 };

        var loss = DetectionLoss.Run([5, 5, 5, 5, 5], [-1], [0, 0, 0, 0], 1, gradients, new DetectionLossOptions());

        Assert.Equal(0, loss.Total);
        Assert.All(gradients, g => Assert.Equal(0, g));
    }

    [Theory]
    [InlineData(80, 1)]
    [InlineData(-80, 0)]
    public void Run_SureAndRight_CostsNothing(float logit, float target)
    {
        var gradients = new float[5];

        var loss = DetectionLoss.Run([logit, 0, 0, 0, 0], [target], [0, 0, 0, 0], 1, gradients, new DetectionLossOptions());

        Assert.Equal(0, loss.Score, 1e-6);
        Assert.Equal(0, gradients[0], 1e-6f);
    }

    [Theory]
    [InlineData(-200, 1)]
    [InlineData(200, 0)]
    public void Run_SureAndWrong_StaysFinite(float logit, float target)
    {
        var gradients = new float[5];

        var loss = DetectionLoss.Run([logit, 0, 0, 0, 0], [target], [0, 0, 0, 0], 1, gradients, new DetectionLossOptions());

        Assert.Equal(200 * (target > 0 ? 0.25 : 0.75), loss.Score, 0.01);
        Assert.Equal(target > 0 ? -0.25f : 0.75f, gradients[0], 1e-3f);
    }

    [Fact]
    public void Run_LengthsThatDoNotFit_Throws() =>
        Assert.Throws<ArgumentException>(() => DetectionLoss.Run(new float[5], new float[2], new float[8], 1, new float[5], new DetectionLossOptions()));

    [Fact]
    public void CountFaces_Targets_CountsOnlyFaces() => Assert.Equal(2, DetectionLoss.CountFaces(Targets));

    private static double Total(int index, float step, DetectionLossOptions options)
    {
        var outputs = (float[])Outputs.Clone();
        outputs[index] += step;
        return DetectionLoss.Run(outputs, Targets, Offsets, 2, new float[outputs.Length], options).Total;
    }
}
