using MoodDeck.Training.Metrics;

namespace MoodDeck.Training.Tests.Metrics;

public sealed class ClassificationMetricsTests
{
    [Fact]
    public void Of_ThreeClasses_CountsByHand()
    {
        var figures = ClassificationMetrics.Of(["a", "b", "c"], [0, 0, 0, 1, 1, 2], [0, 0, 1, 1, 1, 0]);

        Assert.Equal([[2, 1, 0], [0, 2, 0], [1, 0, 0]], figures.Confusion);
        Assert.Equal(4 / 6.0, figures.Accuracy, 1e-12);
        Assert.Equal(new ClassFigures("a", 2 / 3.0, 2 / 3.0, 2 / 3.0, 3), figures.PerClass[0]);
        Assert.Equal(new ClassFigures("b", 2 / 3.0, 1, 0.8, 2), figures.PerClass[1]);
        Assert.Equal(new ClassFigures("c", 0, 0, 0, 1), figures.PerClass[2]);
        Assert.Equal(((2 / 3.0) + 0.8) / 3, figures.MacroF1, 1e-12);
    }

    [Fact]
    public void BalancedAccuracy_ClassesThatOccur_AreWeighedAlike()
    {
        // Recalls 2/3 and 1; c never occurs.
        Assert.Equal(5 / 6.0, ClassificationMetrics.Of(["a", "b", "c"], [0, 0, 0, 1], [0, 0, 2, 1]).BalancedAccuracy, 1e-12);
        Assert.Equal(0, ClassificationMetrics.Of(["a"], [], []).BalancedAccuracy);
    }

    [Fact]
    public void MacroF1_ClassThatNeverOccurs_IsLeftOut() =>
        Assert.Equal(1, ClassificationMetrics.Of(["a", "b", "c"], [0, 1], [0, 1]).MacroF1);

    [Fact]
    public void MacroF1_ClassOnlyAnswered_CountsAsZero() =>
        Assert.Equal(((2 / 3.0) + 0) / 2, ClassificationMetrics.Of(["a", "b", "c"], [0, 0], [0, 2]).MacroF1, 1e-12);

    [Theory]
    [InlineData(8, 10, 0.4901625, 0.9433178)]
    [InlineData(0, 10, 0, 0.2775328)]
    [InlineData(10, 10, 0.7224672, 1)]
    public void Wilson_Counts_GivesTheKnownInterval(int successes, int trials, double low, double high)
    {
        var interval = ClassificationMetrics.Wilson(successes, trials);

        Assert.Equal(low, interval.Low, 1e-6);
        Assert.Equal(high, interval.High, 1e-6);
    }

    [Fact]
    public void Wilson_AnyCounts_EndsWhereTheShareIsJustTwoDeviationsAway()
    {
        const int successes = 2720, trials = 3199;
        var (low, high) = ClassificationMetrics.Wilson(successes, trials);

        foreach (var p in new[] { low, high })
            Assert.Equal(1.959964, Math.Abs(((double)successes / trials) - p) / Math.Sqrt(p * (1 - p) / trials), 1e-5);
    }

    [Fact]
    public void Wilson_NoneOrAll_HoldsTheShareItself()
    {
        for (var trials = 1; trials < 200; trials++)
        {
            Assert.Equal(0, ClassificationMetrics.Wilson(0, trials).Low);
            Assert.Equal(1, ClassificationMetrics.Wilson(trials, trials).High);
        }
    }

    [Fact]
    public void Wilson_NoTrials_SaysNothing() => Assert.Equal((0, 1), ClassificationMetrics.Wilson(0, 0));

    [Fact]
    public void Constructor_MatrixOfAnotherSize_Throws() => Assert.Throws<ArgumentException>(() => new ClassificationMetrics(["a", "b"], [[1, 2], [3]]));
}
