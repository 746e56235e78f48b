using MoodDeck.Training.Kernels;
using MoodDeck.Training.Layers;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Tests.Layers;

/// <summary>
/// Compares the input gradient of a layer with kinks to central differences. The inputs are distinct and lie one apart, half a
/// step beside zero, so that no difference crosses a kink.
/// </summary>
internal static class InputGradientCheck
{
    private const float Step = 0.25f;

    public static void Check(Layer layer, Shape shape)
    {
        using var pool = new WorkerPool(2);
        var pass = new Pass(pool, IsTraining: true);
        var x = new Tensor(shape);
        var order = Enumerable.Range(0, x.Length).ToArray();
        new Random(5).Shuffle(order);
        for (var i = 0; i < order.Length; i++) x.Span[i] = order[i] - (x.Length / 2) + 0.5f;
        var g = new Tensor(layer.Forward([x], pass).Shape);
        Initialise.Normal(g.Span, 1, 3);
        var gradient = layer.Backward(g, [true], pass)[0]!.Span.ToArray();
        for (var i = 0; i < x.Length; i += 7)
        {
            var kept = x.Span[i];
            var (up, down) = (Loss(kept + Step), Loss(kept - Step));
            x.Span[i] = kept;
            Assert.Equal((up - down) / (2 * Step), gradient[i], 1e-3);

            double Loss(float value)
            {
                x.Span[i] = value;
                var y = layer.Forward([x], pass);
                double sum = 0;
                for (var k = 0; k < y.Length; k++) sum += (double)y.Span[k] * g.Span[k];
                return sum;
            }
        }
    }
}
