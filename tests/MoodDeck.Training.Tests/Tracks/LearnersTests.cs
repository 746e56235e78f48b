using MoodDeck.Training.Tracks;

namespace MoodDeck.Training.Tests.Tracks;

public sealed class LearnersTests
{
    [Fact]
    public void Kernel_LittleNoise_KnowsItsRowsAndNothingFarAway()
    {
        float[][] rows = [[0, 0], [1, 0], [0, 2], [-2, 1]];
        KernelRegression kernel = new(rows, width: 2, noise: 1e-6);
        var weights = kernel.Fit([1, -1, 0.5, 0.25]);
        Assert.Equal(1, kernel.Answer(rows[0], weights), 1e-3);
        Assert.Equal(-1, kernel.Answer(rows[1], weights), 1e-3);
        Assert.Equal(0, kernel.Answer([50, 50], weights), 1e-6);
    }

    [Fact]
    public void Kernel_ADistance_CountsAsTheMeanDifference() =>
        Assert.Equal(Math.Exp(-2 * 1.5), new KernelRegression([[0, 0]], width: 2, noise: 1).Kernel([1, 0], [0, -2]), 1e-6);

    [Fact]
    public void Trees_AStepInOneOfTwentyNumbers_IsFound()
    {
        var (rows, target) = Step(400);
        var trees = ExtraTrees.Grow(rows, [target, [.. target.Select(t => -t)]], new() { Trees = 60 }, TestContext.Current.CancellationToken);
        var (below, above) = (new float[20], new float[20]);
        (below[7], above[7]) = (-0.5f, 0.5f);
        Assert.True(trees.Answer(below)[0] < -0.5 && trees.Answer(above)[0] > 0.5);
        Assert.Equal(trees.Answer(above)[0], -trees.Answer(above)[1], 1e-9);
    }

    [Fact]
    public void Trees_SameSeed_AreTheSame()
    {
        var (rows, target) = Step(100);
        ExtraTrees Grow(ulong seed) => ExtraTrees.Grow(rows, [target], new() { Trees = 5, Seed = seed }, TestContext.Current.CancellationToken);
        Assert.Equal(Grow(3).Answer(rows[9]), Grow(3).Answer(rows[9]));
        Assert.NotEqual(Grow(3).Answer(rows[9]), Grow(4).Answer(rows[9]));
    }

    [Fact]
    public void Standardiser_OfWhatItMeasured_HasMeanZeroAndIsBounded()
    {
        float[][] rows = [[1, 5], [3, 5], [5, 5]];
        var standardiser = Standardiser.Of(rows);
        Assert.Equal([0, 0], standardiser.Apply(rows[1]));
        Assert.Equal(Standardiser.Limit, standardiser.Apply([1e9f, 5])[0]);
    }

    private static (float[][] Rows, double[] Target) Step(int count)
    {
        var random = new Random(5);
        float[][] rows = [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, 20).Select(_ => (float)((2 * random.NextDouble()) - 1)).ToArray())];
        return (rows, [.. rows.Select(r => r[7] > 0 ? 1.0 : -1.0)]);
    }
}
