using MoodDeck.Training.Augmentation;

namespace MoodDeck.Training.Tests.Augmentation;

public sealed class FastRandomTests
{
    [Fact]
    public void For_SameKeys_SameNumbers()
    {
        var (a, b) = (FastRandom.For(1, 2, 3), FastRandom.For(1, 2, 3));

        for (var i = 0; i < 10; i++) Assert.Equal(a.NextBits(), b.NextBits());
    }

    [Fact]
    public void For_NeighbouringKeys_AllDifferent()
    {
        HashSet<ulong> first = [];
        for (var seed = 0; seed < 10; seed++)
            for (var epoch = 0; epoch < 10; epoch++)
                for (var index = 0; index < 10; index++)
                    first.Add(FastRandom.For((ulong)seed, epoch, index).NextBits());

        Assert.Equal(1000, first.Count);
    }

    [Fact]
    public void NextFloat_ManyDraws_IsEvenOverTheUnit()
    {
        var random = FastRandom.For(1, 0, 0);
        var bins = new int[10];
        for (var i = 0; i < 100_000; i++) bins[(int)(random.NextFloat() * 10)]++;

        Assert.All(bins, n => Assert.InRange(n, 9500, 10500)); // five deviations
    }

    [Fact]
    public void NextNormal_ManyDraws_HasMeanZeroAndDeviationOne()
    {
        var random = FastRandom.For(1, 0, 0);
        double sum = 0, squares = 0;
        for (var i = 0; i < 100_000; i++)
        {
            var x = random.NextNormal();
            sum += x;
            squares += x * x;
        }

        Assert.Equal(0, sum / 100_000, 0.02);
        Assert.Equal(1, squares / 100_000, 0.02);
    }

    [Fact]
    public void Shuffle_Items_KeepsEach()
    {
        int[] items = [.. Enumerable.Range(0, 100)];

        var random = FastRandom.For(1, 0, 0);
        random.Shuffle(items);

        Assert.NotEqual(Enumerable.Range(0, 100), items);
        Assert.Equal(Enumerable.Range(0, 100), items.Order());
    }

    [Fact]
    public void LogBetween_ManyDraws_HalfLieBelowTheGeometricMean()
    {
        var random = FastRandom.For(1, 0, 0);

        var below = Enumerable.Range(0, 10_000).Count(_ => random.LogBetween(10, 1000) < 100);

        Assert.InRange(below, 4750, 5250);
    }
}
