using MoodDeck.Core.Mood;
using MoodDeck.Training.Expressions;
using MoodDeck.Training.Layers;

namespace MoodDeck.Training.Tests.Expressions;

public sealed class CalibratorTests
{
    private static readonly Emotion[] Two = [Emotion.Neutral, Emotion.Happiness];
    private static readonly Emotion[] Three = [Emotion.Neutral, Emotion.Happiness, Emotion.Anger];

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

        Assert.Equal(scale, Calibrator.Fit(logits.ToArray(), labels.ToArray(), Three).Temperature, 0.25 * scale);
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

        var calibration = Calibrator.Fit(logits.ToArray(), labels.ToArray(), Two);
        double Top(double z) => 1 / (1 + Math.Exp(-z / calibration.Temperature));
        Assert.InRange(calibration.Unsure.Least, Top(1), Top(4));
        Assert.True(Top(4) >= calibration.Unsure.Least);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(50)]
    public void Fit_FewRowsAllRight_LeavesTheDoubtTheyLeave(int each)
    {
        var calibration = Calibrator.Fit([.. Enumerable.Repeat<float[]>([3, 0, 0, 3], each).SelectMany(r => r)], [.. Enumerable.Repeat<int[]>([0, 1], each).SelectMany(r => r)], Two);

        var n = 2 * each;
        Assert.Equal((n + 1.0) / (n + 2), 1 / (1 + Math.Exp(-3 / calibration.Temperature)), 1e-3);
    }

    [Fact]
    public void Fit_EveryRowRightAndCertain_DoesNotAskOthersForCertainty()
    {
        var calibration = Calibrator.Fit([90, 0, 0, 90, 90, 0, 0, 90], [0, 1, 0, 1], Two);

        Assert.Equal(Calibrator.WantedPrecision, calibration.Unsure.Least);
    }

    [Fact]
    public void Fit_ExpressionSeldomRight_IsNamedFromItsOwnProbability()
    {
        // Anger is right in half of the doubtful cases and always when it is sure; the others are always right.
        List<float> logits = [];
        List<int> labels = [];
        for (var i = 0; i < 400; i++)
        {
            logits.AddRange(i % 4 == 0 ? [0, 0, 2] : i % 4 == 1 ? [0, 0, 5] : [4, 0, 0]);
            labels.Add(i % 4 == 0 ? i / 4 % 2 == 0 ? 2 : 1 : i % 4 == 1 ? 2 : 0);
        }

        var calibration = Calibrator.Fit(logits.ToArray(), labels.ToArray(), Three);

        double Top(double z) => 1 / (1 + (2 * Math.Exp(-z / calibration.Temperature)));
        Assert.InRange(calibration.Unsure[Emotion.Anger], Top(2) + 1e-9, Top(5));
        Assert.Equal(calibration.Unsure.Least, calibration.Unsure[Emotion.Neutral]);
    }

    [Fact]
    public void Fit_RareExpressionNeverVerySure_MayStillBeNamed()
    {
        // Two of a hundred rows are angry; they are found, but with less than the probability at which neutral is right.
        List<float> logits = [];
        List<int> labels = [];
        for (var i = 0; i < 1000; i++)
        {
            var isAngry = i % 50 == 0;
            logits.AddRange(isAngry ? [0, 0, 1.2f] : i % 50 is > 0 and < 10 ? [1.5f, 0, 0] : [6, 0, 0]);
            labels.Add(isAngry ? 2 : i % 50 is > 0 and < 10 ? i % 2 : 0);
        }

        var calibration = Calibrator.Fit(logits.ToArray(), labels.ToArray(), Three);

        var said = 1 / (1 + (2 * Math.Exp(-1.2 / calibration.Temperature)));
        Assert.True(said < calibration.Unsure.Least, $"{said} is named anyway");
        Assert.Equal(said, calibration.Unsure[Emotion.Anger], 1e-6);
    }
}
