using MoodDeck.Training.Resampling;

namespace MoodDeck.Training.Tests.Resampling;

public sealed class ClassWeightsTests
{
    private static readonly double[] Counts = [60, 30, 10, 0];

    [Fact]
    public void Of_None_WeighsAllAlike() => Assert.Equal([1, 1, 1, 0], ClassWeights.Of(Counts, ClassWeighting.None));

    [Fact]
    public void Of_InverseFrequency_GivesEveryClassTheSameTotal() =>
        AssertNear([100 / 180f, 100 / 90f, 100 / 30f, 0], ClassWeights.Of(Counts, ClassWeighting.InverseFrequency));

    [Fact]
    public void Of_EffectiveNumber_MatchesTheNumbersByHand()
    {
        // beta 0.5: raw weights 0.5 / (1 - 0.5^n) = 1/2 (n = 60, to 18 digits), 2/3 (n = 2) and 1 (n = 1);
        // 60 / 2 + 2 * 2 / 3 + 1 = 97 / 3 over 63 rows.
        const float scale = 63 * 3 / 97f;
        AssertNear([scale / 2, scale * 2 / 3, scale], ClassWeights.Of([60, 2, 1], ClassWeighting.EffectiveNumber, 0.5));
    }

    [Theory]
    [InlineData(0, ClassWeighting.None)]
    [InlineData(0.9999999, ClassWeighting.InverseFrequency)]
    public void Of_EffectiveNumberAtItsEnds_IsOneOfTheOthers(double beta, ClassWeighting same) =>
        AssertNear(ClassWeights.Of(Counts, same), ClassWeights.Of(Counts, ClassWeighting.EffectiveNumber, beta));

    [Theory]
    [InlineData(ClassWeighting.None)]
    [InlineData(ClassWeighting.InverseFrequency)]
    [InlineData(ClassWeighting.EffectiveNumber)]
    public void Of_AnyRule_HasMeanOneOverTheRows(ClassWeighting weighting)
    {
        double[] counts = [4351.5, 389.25, 3710, 6508, 4340, 2828, 4392, 0.25];
        var weights = ClassWeights.Of(counts, weighting);

        Assert.Equal(counts.Sum(), counts.Zip(weights, (n, w) => n * w).Sum(), 0.01);
    }

    [Fact]
    public void OfRow_SoftLabel_IsTheMeanOverItsClasses() => Assert.Equal(2.5f, ClassWeights.OfRow([0.5f, 0.25f, 0.25f], [1, 2, 6]));

    [Fact]
    public void Of_NoRows_Throws() => Assert.Throws<ArgumentException>(() => ClassWeights.Of([0, 0], ClassWeighting.None));

    [Fact]
    public void Of_BetaOfOne_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => ClassWeights.Of(Counts, ClassWeighting.EffectiveNumber, 1));

    private static void AssertNear(float[] expected, float[] actual) => Assert.Equal(expected, actual, (a, b) => Math.Abs(a - b) < 1e-4);
}
