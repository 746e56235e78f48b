using MoodDeck.Training.Architectures;
using MoodDeck.Training.Kernels;
using MoodDeck.Training.Layers;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Tests.Architectures;

public sealed class ExpressionArchitecturesTests
{
    public static TheoryData<string> Names => [.. ExpressionArchitectures.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Create_DefaultWidth_CostsAtMost120Mmacs(string name)
    {
        var net = ExpressionArchitectures.Create(name);
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {net.ParameterCount} parameters, {net.Macs} MACs");
        Assert.InRange(net.Macs, 10_000_000, 120_000_000);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Create_AnyHeads_GivesEmbeddingThenThoseHeadsInOrder(string name)
    {
        var net = ExpressionArchitectures.Create(name, new ArchitectureOptions { Width = 4, Heads = ["vad", "fer2013"] });
        Assert.Equal(["embedding", "vad", "fer2013"], net.Outputs.Select(o => o.Name));
        Assert.Equal([3, 7], net.Outputs.Skip(1).Select(o => net.ShapeAt(o.Node).C));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Create_SameSeed_SameWeights(string name)
    {
        var options = new ArchitectureOptions { Width = 4, Seed = 6 };
        Assert.Equal(Weights(options), Weights(options));
        Assert.NotEqual(Weights(options), Weights(options with { Seed = 7 }));

        float[] Weights(ArchitectureOptions o) => [.. ExpressionArchitectures.Create(name, o).Parameters.SelectMany(p => p.Parameter.Value.Span.ToArray())];
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Create_SmallestSideAndColour_RunsForwardAndBackward(string name)
    {
        var side = ExpressionArchitectures.Describe(name).MinimumSidePixels;
        var net = ExpressionArchitectures.Create(name, new ArchitectureOptions { Width = 2, Side = side, Channels = 3, Heads = ["vad"] });
        using var pool = new WorkerPool(2);
        var pass = new Pass(pool, IsTraining: true, 4);
        var x = new Tensor(new Shape(4, side, side, 3));
        Initialise.Normal(x.Span, 1, 2);
        var vad = net.Forward(x, pass)[1];
        Assert.All(vad.Span.ToArray(), v => Assert.InRange(v, -1, 1));
        net.Backward([null, vad], pass);
        Assert.Contains(net.Parameters.First().Parameter.Gradient!.Span.ToArray(), g => g != 0);
        var smaller = Assert.Throws<ArgumentException>(() => ExpressionArchitectures.Create(name, new ArchitectureOptions { Side = side - 1 }));
        Assert.Contains($"expected {side} or more", smaller.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_ResNet18AndVgg19_HaveTorchvisionsNames()
    {
        var resnet = Shapes(ExpressionArchitectures.Create("resnet18"));
        Assert.Equal(new Shape(7, 7, 1, 64), resnet["conv1.weight"]);
        Assert.Equal(new Shape(1, 1, 64, 128), resnet["layer2.0.downsample.0.weight"]);
        Assert.Equal(new Shape(3, 3, 512, 512), resnet["layer4.1.conv2.weight"]);
        var vgg = Shapes(ExpressionArchitectures.Create("vgg19", new ArchitectureOptions { Width = 64 }));
        Assert.Equal(new Shape(3, 3, 512, 512), vgg["features.49.weight"]);
        Assert.Equal(16, vgg.Keys.Count(k => k.StartsWith("features.", StringComparison.Ordinal) && k.EndsWith(".weight", StringComparison.Ordinal)));

        static Dictionary<string, Shape> Shapes(Network net) => net.Parameters.ToDictionary(p => p.Name, p => p.Parameter.Value.Shape);
    }

    [Fact]
    public void Create_UnknownName_ListsTheNames() =>
        Assert.Contains("cnn, dcnn, resnet18, vgg19, moodnet", Assert.Throws<ArgumentException>(() => ExpressionArchitectures.Create("alexnet")).Message, StringComparison.Ordinal);

    [Fact]
    public void Create_OptionOutOfRange_SaysWhatWasExpected()
    {
        AssertRefused(new ArchitectureOptions { Width = 0 }, "expected 1 to 1024");
        AssertRefused(new ArchitectureOptions { Dropout = 1 }, "expected 0 to below 1");
        AssertRefused(new ArchitectureOptions { Channels = 2 }, "expected 1 (grey) or 3");
        AssertRefused(new ArchitectureOptions { Heads = [] }, "at least one head");
        AssertRefused(new ArchitectureOptions { Heads = ["mood"] }, "Use ferplus, fer2013, vad");
        AssertRefused(new ArchitectureOptions { Heads = ["vad", "vad"] }, "named twice");

        static void AssertRefused(ArchitectureOptions options, string part) =>
            Assert.Contains(part, Assert.Throws<ArgumentException>(() => ExpressionArchitectures.Create("moodnet", options)).Message, StringComparison.Ordinal);
    }
}
