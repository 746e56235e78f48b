using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Kernels;
using MoodDeck.Training.Resampling;

namespace MoodDeck.Training.Tests.Resampling;

public sealed class SmoteTests
{
    private const int Length = 5;

    [Fact]
    public void Generate_WantedCounts_AreReachedExactly()
    {
        var (vectors, labels) = Clouds(30, 12, 4);

        var synthetic = Run(vectors, labels, [30, 30, 21]);

        Assert.Equal([0, 18, 17], LabelCounts.Of(synthetic.Labels, 3));
    }

    [Fact]
    public void Generate_EachRow_LiesBetweenTwoNeighboursOfItsClass()
    {
        var (vectors, labels) = Clouds(30, 12, 4);

        var synthetic = Run(vectors, labels, [50, 50, 50], k: 3);
        var points = synthetic.Mix(vectors, Length);

        for (var i = 0; i < synthetic.Count; i++)
        {
            Assert.Equal(synthetic.Labels[i], labels[synthetic.From[i]]);
            Assert.Equal(synthetic.Labels[i], labels[synthetic.To[i]]);
            Assert.NotEqual(synthetic.From[i], synthetic.To[i]);
            Assert.Contains(synthetic.To[i], Nearest(vectors, labels, synthetic.From[i], 3));
            var (from, to, point) = (Vector(vectors, synthetic.From[i]), Vector(vectors, synthetic.To[i]), Vector(points, i));
            Assert.Equal(Distance(from, to), Distance(from, point) + Distance(point, to), 1e-4);
        }
    }

    [Fact]
    public void Generate_MoreThanTheClassHas_UsesEveryRowAboutEquallyOften()
    {
        var (vectors, labels) = Clouds(3, 10);

        var uses = Run(vectors, labels, [3, 35]).From.CountBy(row => row).Select(u => u.Value).Order();

        Assert.Equal([2, 2, 2, 2, 2, 3, 3, 3, 3, 3], uses);
    }

    [Fact]
    public void Generate_ClassOfOneRow_RepeatsItAndOfNone_MakesNothing()
    {
        var (vectors, labels) = Clouds(6, 1, 0);

        var synthetic = Run(vectors, labels, [6, 4, 4]);

        Assert.Equal([1, 1, 1], synthetic.Labels);
        Assert.All(Enumerable.Range(0, 3), i => Assert.Equal(Vector(vectors, 6), Vector(synthetic.Mix(vectors, Length), i)));
    }

    [Fact]
    public void Generate_RowsWithoutAClass_AreLeftOut()
    {
        var (vectors, labels) = Clouds(10, 5);
        Array.Fill(labels, -1, 0, 10);

        Assert.All(Run(vectors, labels, [20, 20]).From, row => Assert.InRange(row, 10, 14));
    }

    [Fact]
    public void Generate_OtherThreads_GivesTheSameAndOtherSeed_Not()
    {
        var (vectors, labels) = Clouds(40, 33);
        var one = Run(vectors, labels, [80, 80]);

        Assert.Equal(one.Mix(vectors, Length), Run(vectors, labels, [80, 80], threads: 4).Mix(vectors, Length));
        Assert.NotEqual(one.Mix(vectors, Length), Run(vectors, labels, [80, 80], seed: 2).Mix(vectors, Length));
    }

    [Fact]
    public void Mix_SoftTargets_AreMixedByTheSameShares()
    {
        var synthetic = new SyntheticRows([1], [0], [2], [0.25f]);

        Assert.Equal([0.75f, 0, 0.25f], synthetic.Mix([1, 0, 0, 0, 1, 0, 0, 0, 1], 3));
    }

    [Fact]
    public void Generate_VectorsOfUnevenLength_Throws()
    {
        using var pool = new WorkerPool(1);
        Assert.Throws<ArgumentException>(() => Smote.Generate(new float[7], [0, 0], [3], 5, 1, pool));
    }

    internal static (float[] Vectors, int[] Labels) Clouds(params int[] counts)
    {
        var random = FastRandom.For(3, 0, 0);
        List<float> vectors = [];
        List<int> labels = [];
        for (var c = 0; c < counts.Length; c++)
        {
            for (var i = 0; i < counts[c]; i++)
            {
                labels.Add(c);
                for (var k = 0; k < Length; k++) vectors.Add(random.NextNormal() + (k == c ? 2 : 0));
            }
        }

        return ([.. vectors], [.. labels]);
    }

    private static SyntheticRows Run(float[] vectors, int[] labels, int[] wanted, int k = 5, ulong seed = 1, int threads = 1)
    {
        using var pool = new WorkerPool(threads);
        return Smote.Generate(vectors, labels, wanted, k, seed, pool);
    }

    private static float[] Vector(float[] vectors, int row) => vectors[(row * Length)..((row + 1) * Length)];

    private static double Distance(float[] a, float[] b) => Math.Sqrt(a.Zip(b, (x, y) => (double)(x - y) * (x - y)).Sum());

    private static IEnumerable<int> Nearest(float[] vectors, int[] labels, int row, int k) =>
        Enumerable.Range(0, labels.Length).Where(i => i != row && labels[i] == labels[row]).OrderBy(i => Distance(Vector(vectors, row), Vector(vectors, i))).Take(k);
}
