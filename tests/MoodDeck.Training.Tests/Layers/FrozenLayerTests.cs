using MoodDeck.Training.Architectures;
using MoodDeck.Training.Kernels;
using MoodDeck.Training.Layers;
using MoodDeck.Training.Optimisers;
using MoodDeck.Training.Runs;
using MoodDeck.Training.Tensors;
using MoodDeck.Training.Tests.Export;

namespace MoodDeck.Training.Tests.Layers;

public sealed class FrozenLayerTests
{
    private static readonly Shape Batch = new(6, 48, 48, 1);

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Freeze_BatchNormBetweenLearningLayers_MatchesDifferences(bool apart, bool alone)
    {
        var input = new Shape(4, 5, 6, 3);
        var net = new Network(input);
        var x = net.Add("first", new Conv2d(3, 19, 1, bias: true, seed: 11), net.Input);
        if (apart) x = net.Add("elu", new Elu(), x);
        x = net.Add("norm", new BatchNorm2d(19), x);
        net.Output("y", alone ? x : net.Add("mix", new Conv2d(19, 4, 3, seed: 2), x));
        RandomNorms.Fill(net);
        Assert.Equal(1, net.Freeze(["norm"]));
        GradientCheck.Check(net, input);
    }

    [Fact]
    public void Backward_FrozenBatchNormWithRelu_EqualsNormThenRelu()
    {
        var fused = Gradient(net => net.Add("norm", new BatchNorm2d(19, relu: true), net.Add("first", new Conv2d(3, 19, 1, seed: 11), net.Input)));
        var apart = Gradient(net => net.Add("relu", new Relu(), net.Add("norm", new BatchNorm2d(19), net.Add("first", new Conv2d(3, 19, 1, seed: 11), net.Input))));
        for (var i = 0; i < fused.Length; i++) Assert.Equal(apart[i], fused[i], 1e-3f);

        static float[] Gradient(Func<Network, Node> build)
        {
            var net = new Network(new Shape(1, 6, 6, 3));
            net.Output("y", build(net));
            RandomNorms.Fill(net);
            net.Freeze(["norm"]);
            using var pool = new WorkerPool(2);
            Step(net, new Shape(4, 6, 6, 3), pool, 1);
            return net.Parameters.First().Parameter.Gradient!.Span.ToArray();
        }
    }

    [Theory]
    [InlineData(OptimiserKind.Sgd)]
    [InlineData(OptimiserKind.AdamW)]
    public void Step_FrozenStagesOfResNet18_KeepEveryBit(OptimiserKind kind)
    {
        var net = ExpressionArchitectures.Create("resnet18", new ArchitectureOptions { Width = 4 });
        RandomNorms.Fill(net);
        Assert.Equal(2 + 8 + 10, net.Freeze(["conv1", "bn1", "layer[12].*"]));
        var before = Values(net);
        Optimiser optimiser = kind == OptimiserKind.Sgd ? new Sgd(net) : Adam.W(net);
        var average = new WeightAverage(net);
        using var pool = new WorkerPool(2);
        for (var step = 1; step <= 3; step++)
        {
            Step(net, Batch, pool, (ulong)step);
            optimiser.Step(0.01);
            average.Update(step);
        }

        Check();
        average.Swap();
        Check();

        void Check()
        {
            foreach (var (name, values) in Values(net))
            {
                var frozen = name.StartsWith("conv1.", StringComparison.Ordinal) || name.StartsWith("bn1.", StringComparison.Ordinal)
                    || name.StartsWith("layer1.", StringComparison.Ordinal) || name.StartsWith("layer2.", StringComparison.Ordinal);
                if (frozen) Assert.Equal(before[name], values);
                else Assert.NotEqual(before[name], values);
            }
        }
    }

    [Fact]
    public void Backward_EverythingBelowFrozen_AsksNothingBelowForGradients()
    {
        var net = new Network(new Shape(1, 2, 2, 1));
        var below = new OneWay();
        var x = net.Add("below", below, net.Add("first", new Conv2d(1, 3, 1, seed: 1), net.Input));
        net.Output("y", net.Add("head", new Linear(12, 2, 3), x));
        using var pool = new WorkerPool(1);
        Assert.Throws<NotSupportedException>(() => Step(net, new Shape(2, 2, 2, 1), pool, 1));
        net.Freeze(["first"]);
        Step(net, new Shape(2, 2, 2, 1), pool, 1);
        Assert.Contains(net.Parameters.Single(p => p.Name == "head.weight").Parameter.Gradient!.Span.ToArray(), g => g != 0);
    }

    [Fact]
    public void Freeze_PatternThatMatchesNothing_ListsTheLayersAndFreezesNone()
    {
        var net = ExpressionArchitectures.Create("moodnet", new ArchitectureOptions { Width = 2 });
        var error = Assert.Throws<ArgumentException>(() => net.Freeze(["stem*", "layer9.*"]));
        Assert.Contains("\"layer9.*\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("stem.conv, stem.norm, stage1.1.conv", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(net.Entries, e => e.Layer.IsFrozen);
    }

    [Theory]
    [InlineData("layer[12].*", "layer1.0.conv1,layer2.x", "layer3.0.conv1,layer,xlayer1.0")]
    [InlineData("layer[!1-3].?", "layer4.0", "layer1.0,layer4.10")]
    [InlineData("a.b", "a.b", "axb,a.b.c")]
    [InlineData("[^]*", "^x", "x")]
    public void Matches_Glob_TakesWhatAShellWould(string pattern, string taken, string left)
    {
        var glob = new LayerPattern(pattern);
        Assert.All(taken.Split(','), name => Assert.True(glob.Matches(name), name));
        Assert.All(left.Split(','), name => Assert.False(glob.Matches(name), name));
    }

    [Theory]
    [InlineData("layer[")]
    [InlineData("layer[]")]
    [InlineData("layer[3-1]")]
    public void Freeze_BrokenPattern_SaysHowToWriteIt(string pattern) =>
        Assert.Contains("Write for example layer[1", Assert.Throws<ArgumentException>(() => ExpressionArchitectures.Create("moodnet", new ArchitectureOptions { Width = 2 }).Freeze([pattern])).Message, StringComparison.Ordinal);

    private static void Step(Network net, Shape batch, WorkerPool pool, ulong seed)
    {
        var x = new Tensor(batch);
        Initialise.Normal(x.Span, 1, seed);
        var pass = new Pass(pool, IsTraining: true, seed);
        var gradients = net.Forward(x, pass).Select((o, i) =>
        {
            var g = new Tensor(o.Shape);
            Initialise.Normal(g.Span, 1, seed + 10 + (ulong)i);
            return g;
        }).ToArray();
        net.Backward(gradients, pass);
    }

    private static Dictionary<string, float[]> Values(Network net) => net.Parameters.ToDictionary(p => p.Name, p => p.Parameter.Value.Span.ToArray());

    private sealed class OneWay : Layer
    {
        public override Shape OutputShape(IReadOnlyList<Shape> inputs) => inputs[0];

        public override Tensor Forward(IReadOnlyList<Tensor> inputs, in Pass pass) => inputs[0];

        public override IReadOnlyList<Tensor?> Backward(Tensor outputGradient, IReadOnlyList<bool> wanted, in Pass pass) => throw new NotSupportedException();
    }
}
