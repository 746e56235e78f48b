using MoodDeck.Onnx;
using MoodDeck.Training.Architectures;
using MoodDeck.Training.Export;
using MoodDeck.Training.Kernels;
using MoodDeck.Training.Layers;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Tests.Export;

public sealed class OnnxParityTests
{
    private const float Tolerance = 1e-4f;

    [Theory]
    [InlineData("cnn", 8)]
    [InlineData("dcnn", 8)]
    [InlineData("resnet18", 8)]
    [InlineData("vgg19", 4)]
    [InlineData("moodnet", 8)]
    public void Export_AnyArchitecture_GivesTheTrainersOutputs(string name, int width)
    {
        foreach (var heads in (string[][])[["vad", "fer2013", "ferplus"], ["fer2013"], ["vad"]])
        {
            var net = ExpressionArchitectures.Create(name, new ArchitectureOptions { Seed = 5, Width = width, Heads = heads });
            RandomNorms.Fill(net);
            AssertParity(net, new Shape(3, 48, 48, 1), passes: 0);
        }
    }

    [Fact]
    public void Export_FaceNet_GivesTheTrainersOutputs() => AssertParity(FaceNet.Create(side: 96), new Shape(2, 96, 96, 1));

    [Fact]
    public void Export_FaceNetWithFreeSize_ReadsAnotherSize()
    {
        var net = FaceNet.Create(side: 96);
        using var session = OnnxRuntime.Default.Open(OnnxExporter.Export(net, new OnnxExportOptions
        {
            FreeSize = true,
            Splits = new Dictionary<string, IReadOnlyList<(string, int)>> { ["level8"] = [("score8", 1), ("box8", 4)] },
        }));
        var outputs = session.Run([OnnxTensor.Zeros(1, 1, 64, 128)]);
        Assert.Equal([1, 1, 8, 16], outputs[session.Outputs.IndexOf("score8")].Shape.ToArray());
        Assert.Equal([1, 4, 8, 16], outputs[session.Outputs.IndexOf("box8")].Shape.ToArray());
    }

    [Fact]
    public void Export_EveryOtherLayer_GivesTheTrainersOutputs()
    {
        var net = new Network(new Shape(1, 12, 10, 3));
        var x = net.Add("conv", new Conv2d(3, 6, 3, bias: true, seed: 1), net.Input);
        var y = net.Add("depth", new DepthwiseConv2d(6, 3, seed: 2), x);
        y = net.Add("norm", new BatchNorm2d(6), y);
        y = net.Add("silu", new Silu(), y);
        y = net.Add("both", new Concat(), x, y);
        y = net.Add("alone", new BatchNorm2d(12, relu: true), y);
        y = net.Add("overlap", new MaxPool2d(3, 1, 1), y);
        y = net.Add("max", new MaxPool2d(), y);
        y = net.Add("elu", new Elu(), y);
        y = net.Add("tanh", new Tanh(), y);
        y = net.Add("relu", new Relu(), net.Add("mix", new Conv2d(12, 7, 1, seed: 4), y));
        y = net.Add("drop", new Dropout(0.5f), y);
        net.Output("y", net.Add("linear", new Linear(6 * 5 * 7, 9, 5), y));
        AssertParity(net, new Shape(3, 12, 10, 3));
    }

    [Fact]
    public void Export_Metadata_IsReadBack()
    {
        var bytes = OnnxExporter.Export(ExpressionArchitectures.Create("moodnet", new ArchitectureOptions { Width = 4 }), new OnnxExportOptions { Metadata = new Dictionary<string, string> { ["mooddeck.task"] = "emotion" } });
        using var session = OnnxRuntime.Default.Open(bytes);
        Assert.Equal("emotion", session.Metadata["mooddeck.task"]);
    }

    private static void AssertParity(Network net, Shape input, int passes = 5)
    {
        using var pool = new WorkerPool(2);
        var x = new Tensor(input);
        Initialise.Normal(x.Span, 1, 9);
        for (var i = 0; i < passes; i++) net.Forward(x, new Pass(pool, IsTraining: true, (ulong)i)); // running statistics that are not the start's
        var ours = net.Forward(x, new Pass(pool, IsTraining: false)).Select(t => (t.Shape, Values: t.Span.ToArray())).ToArray();
        using var session = OnnxRuntime.Default.Open(OnnxExporter.Export(net));
        var theirs = session.Run([ChannelsFirst(x)]);
        for (var o = 0; o < ours.Length; o++)
        {
            var (s, values) = ours[o];
            var data = theirs[session.Outputs.IndexOf(net.Outputs[o].Name)].Span;
            Assert.Equal(values.Length, data.Length);
            for (var i = 0; i < values.Length; i++)
            {
                int c = i % s.C, p = i / s.C % (s.H * s.W), n = i / s.ImageLength;
                Assert.Equal(values[i], data[(((n * s.C) + c) * s.H * s.W) + p], Tolerance * Math.Max(1, Math.Abs(values[i])));
            }
        }
    }

    private static OnnxTensor ChannelsFirst(Tensor x)
    {
        var s = x.Shape;
        var tensor = OnnxTensor.Zeros(s.N, s.C, s.H, s.W);
        for (var i = 0; i < x.Length; i++)
        {
            int c = i % s.C, p = i / s.C % (s.H * s.W), n = i / s.ImageLength;
            tensor.Span[(((n * s.C) + c) * s.H * s.W) + p] = x.Span[i];
        }

        return tensor;
    }
}
