using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Metrics;

namespace MoodDeck.Training.Tests.Metrics;

public sealed class CalibrationTests
{
    [Fact]
    public void ExpectedError_TwoBins_CountsByHand()
    {
        // Bin of 0.9: mean 0.9, right 1/2 (distance 0.4 for two rows); bin of 0.5: mean 0.5, right 1/1 (0.5 for one row).
        Assert.Equal(((2 * 0.4) + 0.5) / 3, Calibration.ExpectedError([0.9, 0.9, 0.5], [true, false, true]), 1e-12);
    }

    [Fact]
    public void ExpectedError_ErrorsThatCancelInABin_CostNothing() => Assert.Equal(0, Calibration.ExpectedError([0.5, 0.5], [true, false]), 1e-12);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void ExpectedError_EdgesOfTheUnit_HaveABin(double confidence) =>
        Assert.Equal(confidence, Calibration.ExpectedError([confidence], [false]), 1e-12);

    [Fact]
    public void ExpectedError_NoRows_IsZero() => Assert.Equal(0, Calibration.ExpectedError([], []));

    [Fact]
    public void ReliabilityBins_FourRows_CountsEachBin()
    {
        var bins = Calibration.ReliabilityBins([0.9, 0.92, 0.5, 1], [true, false, true, true]);

        Assert.Equal(Calibration.Bins, bins.Count);
        Assert.Equal(4, bins.Sum(b => b.Count));
        Assert.Equal((2, 1), (bins[13].Count, bins[13].Right));
        Assert.Equal(0.91, bins[13].MeanConfidence, 1e-12);
        Assert.Equal(0.5, bins[13].ShareRight);
        Assert.Equal((13 / 15.0, 14 / 15.0), (bins[13].Low, bins[13].High));
        Assert.Equal((1, 1), (bins[7].Count, bins[14].Count));
        Assert.Equal((0, 0.0, 0.0), (bins[0].Count, bins[0].MeanConfidence, bins[0].ShareRight));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(3)]
    public void FitTemperature_LogitsTooLargeByAFactor_FindsTheFactor(double factor)
    {
        var (logits, truths) = Draw(20_000, factor);

        Assert.Equal(factor, Calibration.FitTemperature(logits, truths, 4), 0.05 * factor);
    }

    [Fact]
    public void FitTemperature_AnyRows_IsNoWorseThanItsNeighbours()
    {
        var (logits, truths) = Draw(500, 2);

        var t = Calibration.FitTemperature(logits, truths, 4);
        var best = Calibration.NegativeLogLikelihood(logits, truths, 4, t);

        Assert.True(best <= Calibration.NegativeLogLikelihood(logits, truths, 4, t * 1.01));
        Assert.True(best <= Calibration.NegativeLogLikelihood(logits, truths, 4, t / 1.01));
    }

    [Fact]
    public void FitTemperature_AlwaysRight_StaysWithinItsRange() => Assert.InRange(Calibration.FitTemperature([1, 0, 0, 1], [0, 1], 2), 0.05, 0.0501);

    [Fact]
    public void Softmax_LargeLogits_SumToOne()
    {
        var p = new double[3];
        Calibration.Softmax([1000, 1001, float.NegativeInfinity], 1, p);

        Assert.Equal(1 / (1 + Math.E), p[0], 1e-9);
        Assert.Equal(0, p[2]);
    }

    [Fact]
    public void Softmax_AllImpossible_IsEven()
    {
        var p = new double[2];
        Calibration.Softmax([float.NegativeInfinity, float.NegativeInfinity], 1, p);

        Assert.Equal([0.5, 0.5], p);
    }

    // Truths drawn from the softmax of logits that are then multiplied by a factor.
    private static (float[] Logits, int[] Truths) Draw(int rows, double factor)
    {
        var random = FastRandom.For(1, 0, 0);
        var (logits, truths, p) = (new float[rows * 4], new int[rows], new double[4]);
        for (var row = 0; row < rows; row++)
        {
            var z = logits.AsSpan(row * 4, 4);
            foreach (ref var l in z) l = 1.5f * random.NextNormal();
            Calibration.Softmax(z, 1, p);
            var draw = random.NextFloat();
            while (truths[row] < 3 && (draw -= (float)p[truths[row]]) > 0) truths[row]++;
            foreach (ref var l in z) l *= (float)factor;
        }

        return (logits, truths);
    }
}
