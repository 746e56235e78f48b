using MoodDeck.Training.Architectures;
using MoodDeck.Training.Export;
using MoodDeck.Training.Import;
using MoodDeck.Training.Kernels;
using MoodDeck.Training.Layers;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Tests.Import;

public sealed class NetworkInitialiserTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Run_ExportedModel_GivesItsOutputsAgain()
    {
        using var pool = new WorkerPool(2);
        var x = Batch();
        var original = Net(3, 8);
        for (var i = 0; i < 60; i++) original.Forward(x, new Pass(pool, IsTraining: true));
        var wanted = original.Forward(x, new Pass(pool, IsTraining: false))[1].Span.ToArray();
        OnnxExporter.Save(original, _path);

        var copy = Net(9, 8);
        var report = NetworkInitialiser.Run(copy, OnnxWeights.Read(_path), x, pool);

        Assert.Empty(report.Fresh);
        foreach (var training in (bool[])[false, true])
        {
            // Dropout is part of a training pass, so the trunk is compared there.
            var (output, reference) = training ? (0, original.Forward(x, new Pass(pool, false))[0].Span.ToArray()) : (1, wanted);
            var got = copy.Forward(x, new Pass(pool, training))[output].Span.ToArray();
            for (var i = 0; i < reference.Length; i++) Assert.Equal(reference[i], got[i], 2e-2f);
        }
    }

    [Fact]
    public void Run_LinearOverAPicture_KeepsTheOrderOfItsInputs()
    {
        using var pool = new WorkerPool(1);
        static Network Plain(ulong seed)
        {
            var net = new Network(new Shape(1, 3, 4, 2));
            net.Output("y", net.Add("linear", new Linear(24, 5, seed), net.Input));
            return net;
        }

        var original = Plain(1);
        OnnxExporter.Save(original, _path);
        var copy = Plain(2);
        NetworkInitialiser.Run(copy, OnnxWeights.Read(_path), new Tensor(new Shape(1, 3, 4, 2)), pool);
        Assert.Equal(Weights(original), Weights(copy));

        static float[] Weights(Network net) => net.Parameters.First().Parameter.Value.Span.ToArray();
    }

    [Fact]
    public void Run_OtherWidth_TakesNothing()
    {
        using var pool = new WorkerPool(1);
        OnnxExporter.Save(Net(1, 4), _path);
        Assert.DoesNotContain("stage1.1.conv", NetworkInitialiser.Run(Net(1, 8), OnnxWeights.Read(_path), Batch(), pool).Taken);
    }

    [Fact]
    public void Read_TextFile_SaysWhatItIsNot()
    {
        File.WriteAllText(_path, "not a model at all");
        Assert.Contains("ONNX", Assert.Throws<InvalidDataException>(() => OnnxWeights.Read(_path)).Message, StringComparison.Ordinal);
    }

    private static Network Net(ulong seed, int width) => ExpressionArchitectures.Create("moodnet", new ArchitectureOptions { Seed = seed, Width = width });

    private static Tensor Batch()
    {
        var x = new Tensor(new Shape(16, 48, 48, 1));
        Initialise.Normal(x.Span, 1, 4);
        return x;
    }
}
