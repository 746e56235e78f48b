using MoodDeck.Core.Mood;
using MoodDeck.Vision.Personal;

namespace MoodDeck.Vision.Tests.Personal;

public sealed class CorrectionFitTests
{
    // At the minimum of the loss each weight is strength (onehot - probabilities of what the whole sum says).
    [Fact]
    public void Fit_RandomCorrections_IsAtTheMinimum()
    {
        const double shrinkage = 0.03;
        const int count = 40;
        Random random = new(7);
        var points = Enumerable.Range(0, count).Select(_ => random.NextDouble() * 3).ToArray();
        var kernel = points.Select(p => points.Select(q => Math.Exp(-(p - q) * (p - q))).ToArray()).ToArray();
        var logs = points.Select(_ => Enumerable.Range(0, 8).Select(_ => -5 * random.NextDouble()).ToArray()).ToArray();
        var labels = points.Select(_ => (Emotion)random.Next(8)).ToArray();
        var trust = points.Select(_ => random.NextDouble()).ToArray();
        var weights = CorrectionFit.Fit(kernel, logs, labels, trust, shrinkage);
        var probabilities = new double[8];
        for (var i = 0; i < count; i++)
        {
            var sums = Enumerable.Range(0, 8).Select(k => logs[i][k] + Enumerable.Range(0, count).Sum(j => kernel[i][j] * weights[j][k])).ToArray();
            LogProbabilities.Softmax(sums, probabilities);
            for (var k = 0; k < 8; k++) Assert.Equal(trust[i] / shrinkage * ((k == (int)labels[i] ? 1 : 0) - probabilities[k]), weights[i][k], 2);
        }
    }

    [Fact]
    public void Fit_NoTrust_LearnsNothing() =>
        Assert.All(CorrectionFit.Fit([[1]], [new double[8]], [Emotion.Anger], [0], 0.1)[0], w => Assert.Equal(0, w));
}
