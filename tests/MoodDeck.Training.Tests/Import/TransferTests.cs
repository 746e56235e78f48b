using MoodDeck.Training.Architectures;
using MoodDeck.Training.Export;
using MoodDeck.Training.Import;
using MoodDeck.Training.Kernels;
using MoodDeck.Training.Layers;
using MoodDeck.Training.Tensors;
using MoodDeck.Training.Tests.Export;
using MoodDeck.Vision;

namespace MoodDeck.Training.Tests.Import;

/// <summary>Networks started from files of other frameworks give what ONNX Runtime gives for the file itself.</summary>
public sealed class TransferTests : IDisposable
{
    private const float Tolerance = 1e-4f;

    private readonly WorkerPool _pool = new(2);
    private readonly string _path = Path.GetTempFileName();
    private readonly Tensor _faces = new(new Shape(6, 48, 48, 1));

    public TransferTests() => Initialise.Normal(_faces.Span, 1, 4);

    public void Dispose()
    {
        _pool.Dispose();
        File.Delete(_path);
    }

    [Theory]
    [InlineData(1, 1e-5f)]
    [InlineData(3, 1e-5f)]
    [InlineData(3, 1e-3f)]
    [InlineData(1, 1e-7f)]
    public void Run_TorchvisionsResNet18_GivesItsOutputsByName(int colours, float epsilon)
    {
        var report = AssertSame("resnet18", 8, OriginalModels.ResNet18(new OriginalModel(colours, 48, epsilon), colours, 8, 7), colours, head: "fer2013");
        Assert.Equal(LayerMatch.Name, report.Match);
        Assert.Equal(["ferplus"], report.Fresh);
        Assert.Equal(colours == 3, report.Notes.Any(n => n.Contains("three colours", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, false)]
    public void Run_ResNet18WithNamesThatSayNothing_GivesItsOutputsByOrder(bool folded, bool foreign, bool shortcutFirst)
    {
        var original = new OriginalModel(3, 48) { IsFolded = folded, HasForeignNames = foreign };
        var report = AssertSame("resnet18", 8, OriginalModels.ResNet18(original, 3, 8, 8, shortcutFirst), 3, head: "ferplus");
        Assert.Equal(LayerMatch.Order, report.Match);
        Assert.Equal(["fer2013"], report.Fresh);
    }

    [Theory]
    [InlineData(true, 1, LayerMatch.Name)]
    [InlineData(true, 3, LayerMatch.Name)]
    [InlineData(false, 3, LayerMatch.Order)]
    public void Run_TorchvisionsVgg19_GivesItsOutputs(bool norms, int colours, LayerMatch match)
    {
        var report = AssertSame("vgg19", 4, OriginalModels.Vgg19(new OriginalModel(colours, 48), colours, 4, 10, norms), colours, head: null);
        Assert.Equal(match, report.Match);
        Assert.Equal(["ferplus", "fer2013"], report.Fresh);
    }

    [Fact]
    public void Run_PlainNetworkOfTensorFlow_GivesItsOutputs() =>
        Assert.Equal(LayerMatch.Order, AssertSame("cnn", 4, OriginalModels.PlainCnn(new OriginalModel(1, 48), 4, 7), 1, head: "fer2013").Match);

    [Theory]
    [InlineData("cnn", 4)]
    [InlineData("dcnn", 4)]
    [InlineData("resnet18", 4)]
    [InlineData("vgg19", 4)]
    [InlineData("moodnet", 4)]
    public void Run_OwnExport_GivesItsOutputs(string name, int width)
    {
        var options = new ArchitectureOptions { Width = width, Seed = 3, Heads = ["fer2013", "vad"] };
        var original = ExpressionArchitectures.Create(name, options);
        RandomNorms.Fill(original);
        var wanted = Outputs(original);
        File.WriteAllBytes(_path, OnnxExporter.Export(original));

        var copy = ExpressionArchitectures.Create(name, options with { Seed = 9 });
        var report = NetworkInitialiser.Run(copy, OnnxWeights.Read(_path), _faces, _pool);

        Assert.Empty(report.Fresh);
        Assert.Empty(report.Notes);
        var got = Outputs(copy);
        for (var o = 0; o < wanted.Length; o++) AssertClose(wanted[o], got[o]);
    }

    [Fact]
    public void Run_MoodDecksOwnModel_GivesItsOutputsByName()
    {
        var path = new VisionOptions().EmotionModelPath;
        Assert.SkipUnless(File.Exists(path), "needs the emotion model in models/");
        var net = ExpressionArchitectures.Create("moodnet", new ArchitectureOptions { Seed = 5, Width = 40 });
        var report = NetworkInitialiser.Run(net, OnnxWeights.Read(path), _faces, _pool);
        Assert.Equal(LayerMatch.Name, report.Match);
        Assert.Empty(report.Fresh);
        var wanted = OriginalModel.Run(File.ReadAllBytes(path), _faces, 1);
        var got = Outputs(net);
        for (var o = 0; o < got.Length; o++) AssertClose(wanted[o], got[o]);
    }

    [Fact]
    public void Run_WiderFile_TakesNothingAndNamesTheWidth()
    {
        File.WriteAllBytes(_path, OriginalModels.ResNet18(new OriginalModel(1, 48), 1, 8, 7));
        var net = ExpressionArchitectures.Create("resnet18", new ArchitectureOptions { Width = 4 });
        var before = Values(net);
        var report = NetworkInitialiser.Run(net, OnnxWeights.Read(_path), _faces, _pool);
        Assert.Empty(report.Taken);
        Assert.Equal(LayerMatch.None, report.Match);
        Assert.Contains("Ask for a width of 8", Assert.Single(report.Notes), StringComparison.Ordinal);
        Assert.Equal(before, Values(net));
    }

    [Fact]
    public void Run_DeeperFileOfTheSameNames_TellsWhatWasLeftOut()
    {
        File.WriteAllBytes(_path, OriginalModels.ResNet18(new OriginalModel(1, 48), 1, 4, 7, blocks: 3));
        var net = ExpressionArchitectures.Create("resnet18", new ArchitectureOptions { Width = 4 });
        var report = NetworkInitialiser.Run(net, OnnxWeights.Read(_path), _faces, _pool);
        Assert.Equal(LayerMatch.Name, report.Match);
        Assert.Contains(report.Notes, n => n.Contains("8 in all (layer1.2.conv1, layer1.2.conv2, layer2.2.conv1, …)", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_FoldedFileThatFitsInPart_LeavesOtherNormsAlone()
    {
        File.WriteAllBytes(_path, OnnxExporter.Export(TwoConvolutions(5)));
        var net = TwoConvolutions(6);
        var report = NetworkInitialiser.Run(net, OnnxWeights.Read(_path), _faces, _pool);
        Assert.Equal(["first.conv"], report.Taken);
        Assert.Equal(["second.conv"], report.Fresh);
        var norm = (BatchNorm2d)net.Entries[^1].Layer;
        Assert.All(norm.RunningMean.Value.Span.ToArray(), v => Assert.Equal(0, v));
        Assert.All(norm.RunningVariance.Value.Span.ToArray(), v => Assert.Equal(1, v));

        static Network TwoConvolutions(int outputs)
        {
            var net = new Network(new Shape(1, 48, 48, 1));
            var seed = 1UL;
            var x = net.ConvBatchNorm("first", net.Input, 1, 3, 3, ref seed, stride: 4);
            net.Output("y", net.ConvBatchNorm("second", x, 3, outputs, 3, ref seed));
            return net;
        }
    }

    private InitialisationReport AssertSame(string name, int width, byte[] model, int colours, string? head)
    {
        File.WriteAllBytes(_path, model);
        var net = ExpressionArchitectures.Create(name, new ArchitectureOptions { Width = width, Seed = 2 });
        var report = NetworkInitialiser.Run(net, OnnxWeights.Read(_path), _faces, _pool);
        var wanted = OriginalModel.Run(model, _faces, colours);
        var got = Outputs(net);
        AssertClose(wanted[0], got[0]);
        if (head is not null) AssertClose(wanted[1], got[net.Outputs.Select(o => o.Name).ToList().IndexOf(head)]);
        return report;
    }

    private float[][] Outputs(Network net) => [.. net.Forward(_faces, new Pass(_pool, IsTraining: false)).Select(t => t.Span.ToArray())];

    private static float[] Values(Network net) => [.. net.Parameters.SelectMany(p => p.Parameter.Value.Span.ToArray())];

    private static void AssertClose(float[] wanted, float[] got)
    {
        Assert.Equal(wanted.Length, got.Length);
        Assert.Contains(wanted, v => v != 0);
        for (var i = 0; i < wanted.Length; i++) Assert.Equal(wanted[i], got[i], Tolerance * Math.Max(1, Math.Abs(wanted[i])));
    }
}
