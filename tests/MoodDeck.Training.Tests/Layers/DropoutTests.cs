using MoodDeck.Training.Kernels;
using MoodDeck.Training.Layers;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Tests.Layers;

public sealed class DropoutTests
{
    [Theory]
    [InlineData(0.1f)]
    [InlineData(0.5f)]
    [InlineData(0.9f)]
    public void Forward_Training_DropsTheShareAndKeepsTheMean(float rate)
    {
        var y = Run(new Dropout(rate), seed: 3, threads: 1);
        var dropped = y.Count(v => v == 0) / (double)y.Length;
        Assert.Equal(rate, dropped, 0.01); // of 80,000 draws: over five deviations
        Assert.All(y.Where(v => v != 0), v => Assert.Equal(1 / (1 - rate), v, 1e-5f));
    }

    [Fact]
    public void Forward_OtherThreadCount_GivesTheSame() =>
        Assert.Equal(Run(new Dropout(0.4f), seed: 3, threads: 1), Run(new Dropout(0.4f), seed: 3, threads: 3));

    [Fact]
    public void Forward_OtherStepOrLayerOrImage_DropsOthers()
    {
        var y = Run(new Dropout(0.5f), seed: 3, threads: 1);
        Assert.NotEqual(y, Run(new Dropout(0.5f), seed: 4, threads: 1));
        Assert.NotEqual(y, Run(new Dropout(0.5f, seed: 2), seed: 3, threads: 1));
        Assert.NotEqual(y[..10_000], y[10_000..20_000]);
    }

    private static float[] Run(Dropout layer, ulong seed, int threads)
    {
        using var pool = new WorkerPool(threads);
        var x = new Tensor(new Shape(8, 100, 100, 1));
        x.Span.Fill(1);
        return layer.Forward([x], new Pass(pool, IsTraining: true, seed)).Span.ToArray();
    }
}
