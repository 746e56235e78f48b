using MoodDeck.Training.Kernels;
using MoodDeck.Training.Layers;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Tests.Layers;

/// <summary>
/// Compares the gradients of a network with central differences of a loss: the sum of outputs times fixed random weights.
/// </summary>
internal static class GradientCheck
{
    private const float Step = 1e-2f;
    private const double Tolerance = 2e-2; // float32 differences; a wrong gradient is off by far more

    public static void Check(Network net, Shape input, ulong seed = 7, int probes = 12)
    {
        using var pool = new WorkerPool(2);
        var pass = new Pass(pool, IsTraining: true, Seed: 3);
        var x = new Tensor(input);
        Initialise.Normal(x.Span, 1, seed);
        var outputs = net.Forward(x, pass);
        var weights = outputs.Select((o, i) =>
        {
            var w = new Tensor(o.Shape);
            Initialise.Normal(w.Span, 1, seed + 100 + (ulong)i);
            return w;
        }).ToArray();
        net.Backward(weights, pass);
        var trained = net.Parameters.Where(p => p.Parameter.IsLearning).ToArray();
        // A bias before batch norm has no gradient at all; its rounding is measured by the network's largest gradient.
        var largest = trained.Max(p => p.Parameter.Gradient!.Span.ToArray().Max(Math.Abs));
        foreach (var (name, parameter) in trained)
        {
            var analytic = parameter.Gradient!.Span.ToArray();
            var scale = analytic.Max(Math.Abs) + (1e-2 * largest);
            var random = new SplitMix64(seed);
            for (var probe = 0; probe < probes; probe++)
            {
                var i = (int)(random.Next() % (ulong)analytic.Length);
                var numeric = Difference(net, x, weights, pass, parameter.Value, i);
                Assert.True(
                    Math.Abs(numeric - analytic[i]) <= Tolerance * scale,
                    $"{name}[{i}]: analytic {analytic[i]}, numeric {numeric}, largest {scale}");
            }
        }
    }

    private static double Difference(Network net, Tensor x, Tensor[] weights, Pass pass, Tensor value, int i)
    {
        var kept = value.Span[i];
        value.Span[i] = kept + Step;
        var up = Loss(net, x, weights, pass);
        value.Span[i] = kept - Step;
        var down = Loss(net, x, weights, pass);
        value.Span[i] = kept;
        return (up - down) / (2 * Step);
    }

    private static double Loss(Network net, Tensor x, Tensor[] weights, Pass pass)
    {
        var outputs = net.Forward(x, pass);
        double sum = 0;
        for (var o = 0; o < outputs.Count; o++)
        {
            for (var i = 0; i < outputs[o].Length; i++) sum += (double)outputs[o].Span[i] * weights[o].Span[i];
        }

        return sum;
    }
}
