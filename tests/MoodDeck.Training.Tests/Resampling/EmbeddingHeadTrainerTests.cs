using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Kernels;
using MoodDeck.Training.Layers;
using MoodDeck.Training.Resampling;

namespace MoodDeck.Training.Tests.Resampling;

public sealed class EmbeddingHeadTrainerTests
{
    private const int Inputs = 6;
    private static readonly EmbeddingHeadOptions Options = new() { LearningRate = 0.02, BatchSize = 64 };

    [Fact]
    public void Run_BalancedBySmote_RaisesTheRecallOfTheRareClass()
    {
        // Two overlapping clouds, 1000 to 30: a head that learns from the rows as they are hardly ever says "rare".
        var (vectors, labels) = Rows(1000, 30, seed: 1);
        var (unseen, truths) = Rows(400, 400, seed: 2);
        using var pool = new WorkerPool(2);
        var plain = Train(vectors, labels, new Linear(Inputs, 2), pool);

        var synthetic = Smote.Generate(vectors, labels, [1000, 1000], Smote.DefaultNeighbours, 1, pool);
        var balanced = EmbeddingHeadTrainer.Run(
            (float[])[.. vectors, .. synthetic.Mix(vectors, Inputs)], EmbeddingHeadTrainer.OneHot([.. labels, .. synthetic.Labels], 2), [], LayerOf(plain), Options, pool);

        Assert.InRange(Recall(plain, unseen, truths, 1), 0, 0.45);
        Assert.InRange(Recall(balanced, unseen, truths, 1), 0.65, 1);
        Assert.InRange(Recall(balanced, unseen, truths, 0), 0.65, 1);
    }

    [Fact]
    public void Run_WeightsInsteadOfNewRows_RaiseTheRecallToo()
    {
        var (vectors, labels) = Rows(1000, 30, seed: 1);
        var (unseen, truths) = Rows(400, 400, seed: 2);
        using var pool = new WorkerPool(1);
        var classes = ClassWeights.Of([1000, 30], ClassWeighting.InverseFrequency);

        var head = EmbeddingHeadTrainer.Run(vectors, EmbeddingHeadTrainer.OneHot(labels, 2), [.. labels.Select(l => classes[l])], new Linear(Inputs, 2), Options, pool);

        Assert.InRange(Recall(head, unseen, truths, 1), 0.65, 1);
    }

    [Fact]
    public void Run_SoftTargets_AreLearnt()
    {
        var (vectors, _) = Rows(500, 0, seed: 1);
        float[] targets = [.. Enumerable.Range(0, 500).SelectMany(_ => new[] { 0.7f, 0.3f })];
        using var pool = new WorkerPool(1);

        var head = EmbeddingHeadTrainer.Run(vectors, targets, [], new Linear(Inputs, 2), Options with { Epochs = 60 }, pool);

        Assert.Equal(-((0.7 * Math.Log(0.7)) + (0.3 * Math.Log(0.3))), head.Loss, 0.01);
    }

    [Fact]
    public void Run_OtherThreads_GivesTheSameBitsAndLeavesTheStart()
    {
        var (vectors, labels) = Rows(200, 50, seed: 1);
        var start = new Linear(Inputs, 2, 7);
        var before = start.Weight.Value.Span.ToArray();
        using WorkerPool one = new(1), three = new(3);

        Assert.Equal(Train(vectors, labels, start, one).Weights, Train(vectors, labels, start, three).Weights);
        Assert.Equal(before, start.Weight.Value.Span.ToArray());
    }

    [Fact]
    public void Run_WeightDecay_KeepsTheWeightsSmaller()
    {
        var (vectors, labels) = Rows(200, 200, seed: 1);
        using var pool = new WorkerPool(1);

        var free = Train(vectors, labels, new Linear(Inputs, 2), pool, Options with { WeightDecay = 0 });
        var held = Train(vectors, labels, new Linear(Inputs, 2), pool, Options with { WeightDecay = 0.1 });

        Assert.True(held.Weights.Sum(w => w * w) < 0.7 * free.Weights.Sum(w => w * w));
    }

    [Fact]
    public void Run_LengthsThatDoNotFit_Throws()
    {
        using var pool = new WorkerPool(1);
        Assert.Throws<ArgumentException>(() => EmbeddingHeadTrainer.Run(new float[12], new float[6], [], new Linear(Inputs, 2), Options, pool));
    }

    private static EmbeddingHead Train(float[] vectors, int[] labels, Linear start, WorkerPool pool, EmbeddingHeadOptions? options = null) =>
        EmbeddingHeadTrainer.Run(vectors, EmbeddingHeadTrainer.OneHot(labels, 2), [], start, options ?? Options, pool);

    private static (float[] Vectors, int[] Labels) Rows(int common, int rare, ulong seed)
    {
        int[] labels = [.. Enumerable.Repeat(0, common), .. Enumerable.Repeat(1, rare)];
        var random = FastRandom.For(seed, 0, 0);
        var vectors = new float[labels.Length * Inputs];
        for (var i = 0; i < vectors.Length; i++) vectors[i] = random.NextNormal() + (labels[i / Inputs] == 1 && i % Inputs < 2 ? 1.2f : 0);
        return (vectors, labels);
    }

    private static Linear LayerOf(EmbeddingHead head)
    {
        var layer = new Linear(Inputs, 2);
        head.Weights.CopyTo(layer.Weight.Value.Span);
        head.Bias.CopyTo(layer.Bias.Value.Span);
        return layer;
    }

    private static double Recall(EmbeddingHead head, float[] vectors, int[] truths, int of)
    {
        double Logit(int row, int c) => head.Bias[c] + Enumerable.Range(0, Inputs).Sum(i => vectors[(row * Inputs) + i] * head.Weights[(i * 2) + c]);
        int[] rows = [.. Enumerable.Range(0, truths.Length).Where(row => truths[row] == of)];
        return rows.Count(row => Logit(row, of) > Logit(row, 1 - of)) / (double)rows.Length;
    }
}
