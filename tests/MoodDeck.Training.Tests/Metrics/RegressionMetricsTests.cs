using MoodDeck.Training.Metrics;

namespace MoodDeck.Training.Tests.Metrics;

public sealed class RegressionMetricsTests
{
    [Fact]
    public void Of_FourRows_CountsByHand()
    {
        // Means 2.5 and 2.5; sums of squares 5 and 5; of products 4; errors |1-2|+|2-1|+|3-3|+|4-4| = 2.
        var figures = RegressionMetrics.Of([1, 2, 3, 4], [2, 1, 3, 4]);

        Assert.Equal(4, figures.Samples);
        Assert.Equal(0.5, figures.MeanAbsoluteError, 1e-12);
        Assert.Equal(0.8, figures.Pearson!.Value, 1e-12);
        Assert.Equal(0.8, figures.Concordance!.Value, 1e-12);
    }

    [Fact]
    public void Of_ShiftedAnswers_KeepsPearsonAndLowersConcordance()
    {
        // Over n: variances 2/3 and 2/3, covariance 2/3, means one apart: 2 * 2/3 / (4/3 + 1) = 4/7.
        var figures = RegressionMetrics.Of([0, 1, 2], [1, 2, 3]);

        Assert.Equal(1, figures.Pearson!.Value, 1e-12);
        Assert.Equal(4 / 7.0, figures.Concordance!.Value, 1e-12);
        Assert.Equal(1, figures.MeanAbsoluteError, 1e-12);
    }

    [Fact]
    public void Of_StretchedAndTurned_TakesTheSign()
    {
        // Variances 2/3 and 8/3, covariance -4/3, same mean: -8/3 / (10/3) = -0.8.
        var figures = RegressionMetrics.Of([-1, 0, 1], [2, 0, -2]);

        Assert.Equal(-1, figures.Pearson!.Value, 1e-12);
        Assert.Equal(-0.8, figures.Concordance!.Value, 1e-12);
    }

    [Fact]
    public void Of_UnknownTruths_AreLeftOut() =>
        Assert.Equal(RegressionMetrics.Of([1, 2, 3, 4], [2, 1, 3, 4]), RegressionMetrics.Of([1, float.NaN, 2, 3, 4], [2, 9, 1, 3, 4]));

    [Fact]
    public void Of_ConstantAnswers_HaveNoCorrelation()
    {
        var figures = RegressionMetrics.Of([1, 2, 3], [2, 2, 2]);

        Assert.Null(figures.Pearson);
        Assert.Equal(0, figures.Concordance);
    }

    [Fact]
    public void Of_NothingVaries_HasNeither() => Assert.Equal(new RegressionMetrics(2, 0, null, null), RegressionMetrics.Of([1, 1], [1, 1]));

    [Fact]
    public void Of_NoRows_IsEmpty() => Assert.Equal(new RegressionMetrics(0, 0, null, null), RegressionMetrics.Of([float.NaN], [1]));

    [Fact]
    public void Of_OtherCount_SaysSo() => Assert.Throws<ArgumentException>(() => RegressionMetrics.Of([1], []));
}
