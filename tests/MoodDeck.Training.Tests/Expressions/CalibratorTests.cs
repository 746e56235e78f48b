using MoodDeck.Training.Expressions;
using MoodDeck.Training.Layers;

namespace MoodDeck.Training.Tests.Expressions;

public sealed class CalibratorTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(2)]
    public void Fit_LogitsScaledFromTheTruth_FindsTheScale(double scale)
    {
        var random = new SplitMix64(5);
        List<float> logits = [];
        List<int> labels = [];
        for (var row = 0; row < 4000; row++)
        {
            double[] truth = [2 * random.NextDouble(), 2 * random.NextDouble(), 2 * random.NextDouble()];
            var weights = Array.ConvertAll(truth, Math.Exp);
            var draw = random.NextDouble() * weights.Sum();
            labels.Add(draw < weights[0] ? 0 : draw < weights[0] + weights[1] ? 1 : 2);
            logits.AddRange(Array.ConvertAll(truth, z => (float)(z * scale)));
        }

        Assert.Equal(scale, Calibrator.Fit(logits.ToArray(), labels.ToArray(), 3).Temperature, 0.25 * scale);
    }

    [Fact]
    public void Fit_OneSureRowInTenWrong_ThresholdKeepsTheWantedPrecision()
    {
        // Rows of top logit 4 are right, rows of top logit 1 are right half of the time.
        List<float> logits = [];
        List<int> labels = [];
        for (var i = 0; i < 200; i++)
        {
            logits.AddRange(i % 2 == 0 ? [4, 0] : [1, 0]);
            labels.Add(i % 2 == 0 ? 0 : i / 2 % 2);
        }

        var calibration = Calibrator.Fit(logits.ToArray(), labels.ToArray(), 2);
        double Top(double z) => 1 / (1 + Math.Exp(-z / calibration.Temperature));
        Assert.InRange(calibration.Unsure, Top(1), Top(4));
        Assert.True(Top(4) >= calibration.Unsure);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(50)]
    public void Fit_FewRowsAllRight_LeavesTheDoubtTheyLeave(int each)
    {
        var calibration = Calibrator.Fit([.. Enumerable.Repeat<float[]>([3, 0, 0, 3], each).SelectMany(r => r)], [.. Enumerable.Repeat<int[]>([0, 1], each).SelectMany(r => r)], 2);

        var n = 2 * each;
        Assert.Equal((n + 1.0) / (n + 2), 1 / (1 + Math.Exp(-3 / calibration.Temperature)), 1e-3);
    }

    [Fact]
    public void Fit_EveryRowRightAndCertain_DoesNotAskOthersForCertainty()
    {
        var calibration = Calibrator.Fit([90, 0, 0, 90, 90, 0, 0, 90], [0, 1, 0, 1], 2);

        Assert.Equal(Calibrator.WantedPrecision, calibration.Unsure);
    }
}
