using MoodDeck.Training.Layers;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Tests.Layers;

public sealed class GradientTests
{
    // Every layer stands between two convolutions, so that both its own parameters and the gradient it hands on are checked.
    private static Network Between(Shape input, int before, Func<Network, Node, Node> add)
    {
        var net = new Network(input);
        var x = net.Add("first", new Conv2d(input.C, before, 1, bias: true, seed: 11), net.Input);
        net.Output("y", add(net, x));
        return net;
    }

    [Theory]
    [InlineData(3, 1, 7, 9, 5, 33)]
    [InlineData(3, 2, 8, 7, 6, 40)]
    [InlineData(5, 2, 11, 11, 2, 16)]
    [InlineData(1, 1, 5, 4, 35, 70)]
    [InlineData(1, 2, 6, 6, 8, 8)]
    [InlineData(2, 2, 6, 8, 4, 7)]
    [InlineData(3, 3, 10, 10, 3, 20)]
    [InlineData(3, 1, 6, 6, 4, 24)]
    [InlineData(3, 2, 9, 9, 3, 61)]
    [InlineData(3, 1, 9, 6, 16, 24)]
    [InlineData(3, 1, 8, 11, 32, 16)]
    [InlineData(3, 1, 12, 7, 40, 48)]
    [InlineData(3, 2, 13, 12, 16, 37)]
    [InlineData(7, 2, 12, 11, 2, 8)]
    public void Conv2d_AnyKernelStrideAndWidth_MatchesDifferences(int kernel, int stride, int height, int width, int inputs, int outputs)
    {
        var input = new Shape(3, height, width, 2);
        GradientCheck.Check(Between(input, inputs, (net, x) => net.Add("conv", new Conv2d(inputs, outputs, kernel, stride, bias: true, seed: 5), x)), input);
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(3, 2)]
    [InlineData(5, 2)]
    public void DepthwiseConv2d_AnyStride_MatchesDifferences(int kernel, int stride)
    {
        var input = new Shape(3, 8, 9, 3);
        GradientCheck.Check(Between(input, 11, (net, x) => net.Add("depthwise", new DepthwiseConv2d(11, kernel, stride, seed: 4), x)), input);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(16)]
    [InlineData(37)]
    public void BatchNorm2d_AnyWidth_MatchesDifferences(int channels)
    {
        var input = new Shape(4, 5, 6, 3);
        GradientCheck.Check(
            Between(input, channels, (net, x) => net.Add("mix", new Conv2d(channels, 4, 3, seed: 2), net.Add("norm", new BatchNorm2d(channels), x))), input);
    }

    [Fact]
    public void BatchNorm2d_WithRelu_EqualsBatchNormThenRelu()
    {
        var input = new Shape(4, 6, 6, 3);
        var fused = Between(input, 19, (net, x) => net.Add("norm", new BatchNorm2d(19, relu: true), x));
        var apart = Between(input, 19, (net, x) => net.Add("relu", new Relu(), net.Add("norm", new BatchNorm2d(19), x)));
        var (a, b) = (Gradients(fused, input), Gradients(apart, input));
        for (var i = 0; i < a.Length; i++) Assert.Equal(b[i], a[i], 1e-3f);
    }

    [Theory]
    [InlineData(19)]
    [InlineData(32)]
    public void BatchNorm2d_WithReluExactlyAtZero_HandsNothingBackThere(int channels)
    {
        var norm = new BatchNorm2d(channels, relu: true);
        var net = new Network(new Shape(1, 1, 7, channels));
        net.Output("y", net.Add("norm", norm, net.Input));
        net.Freeze(["norm"]); // mean 0, scale 1 and shift 0: zero stays zero
        using var pool = new Kernels.WorkerPool(2);
        var pass = new Pass(pool, IsTraining: true);
        var (x, g) = (new Tensor(new Shape(2, 1, 7, channels)), new Tensor(new Shape(2, 1, 7, channels)));
        for (var i = 0; i < x.Length; i++) (x.Span[i], g.Span[i]) = (i % 3 == 0 ? i % 2 == 0 ? 0f : -0f : (i % 3) - 1.5f, 1);

        var y = norm.Forward([x], pass);
        var d = norm.Backward(g, [true], pass)[0]!;

        for (var i = 0; i < x.Length; i++)
        {
            Assert.Equal(x.Span[i] > 0, y.Span[i] > 0);
            Assert.Equal(x.Span[i] > 0, d.Span[i] != 0);
        }
    }

    [Fact]
    public void Silu_MatchesDifferences() => Simple(new Silu());

    [Fact]
    public void MaxPool2d_SpreadInputs_MatchesDifferences() => Simple(new MaxPool2d());

    [Fact]
    public void Relu_InputsAwayFromZero_MatchesDifferences() => InputGradientCheck.Check(new Relu(), new Shape(2, 5, 5, 11));

    [Fact]
    public void Elu_MatchesDifferences() => Simple(new Elu());

    [Fact]
    public void Tanh_MatchesDifferences() => Simple(new Tanh());

    [Fact]
    public void AveragePool2d_SideNotDivisible_MatchesDifferences() => Simple(new AveragePool2d(), 7);

    [Fact]
    public void GlobalAveragePool_MatchesDifferences() => Simple(new GlobalAveragePool());

    [Fact]
    public void Upsample2x_MatchesDifferences() => Simple(new Upsample2x());

    [Fact]
    public void Dropout_FixedStep_MatchesDifferences() => Simple(new Dropout(0.4f));

    [Fact]
    public void Linear_AfterPicture_MatchesDifferences()
    {
        var input = new Shape(15, 3, 4, 2);
        GradientCheck.Check(
            Between(input, 5, (net, x) => net.Add("second", new Linear(21, 7, 3), net.Add("linear", new Linear(60, 21, 4), x))), input);
    }

    [Fact]
    public void AddAndConcat_SharedNode_SumsBothPaths()
    {
        var input = new Shape(3, 6, 6, 2);
        GradientCheck.Check(
            Between(input, 6, (net, x) =>
            {
                var y = net.Add("branch", new Conv2d(6, 6, 3, seed: 9), x);
                var sum = net.Add("sum", new Add(), y, x);
                var both = net.Add("concat", new Concat(), sum, x, y);
                return net.Add("mix", new Conv2d(18, 3, 1, seed: 8), both);
            }),
            input);
    }

    private static void Simple(Layer layer, int side = 6)
    {
        var input = new Shape(3, side, side, 2);
        GradientCheck.Check(Between(input, 9, (net, x) => net.Add("layer", layer, x)), input);
    }

    private static float[] Gradients(Network net, Shape input)
    {
        using var pool = new Kernels.WorkerPool(2);
        var pass = new Pass(pool, true);
        var x = new Tensor(input);
        Initialise.Normal(x.Span, 1, 3);
        var y = net.Forward(x, pass);
        var g = new Tensor(y[0].Shape);
        Initialise.Normal(g.Span, 1, 4);
        net.Backward([g], pass);
        return [.. net.Parameters.Where(p => p.Parameter.Gradient is not null).SelectMany(p => p.Parameter.Gradient!.Span.ToArray())];
    }
}
