using System.Runtime.InteropServices;
using MoodDeck.Training.Export;
using MoodDeck.Training.Import;
using MoodDeck.Training.Kernels;
using MoodDeck.Training.Layers;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Tests.Import;

public sealed class OnnxWeightsTests : IDisposable
{
    private const int Inputs = 3;
    private const int Outputs = 2;
    private static readonly float[] Weights = [1, -2, 0.5f, 4, -0.25f, 8]; // exact in every precision

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("float raw")]
    [InlineData("float list")]
    [InlineData("double raw")]
    [InlineData("double list")]
    [InlineData("half raw")]
    [InlineData("half list")]
    [InlineData("bfloat raw")]
    public void Read_AnyPrecision_GivesTheSameWeights(string form)
    {
        var half = Array.ConvertAll(Weights, w => BitConverter.HalfToUInt16Bits((Half)w));
        var header = Header("linear.weight", form.Split(' ')[0] switch { "float" => 1, "half" => 10, "double" => 11, _ => 16 });
        switch (form)
        {
            case "float raw":
                header.Floats(9, Weights);
                break;
            case "float list":
                header.Floats(4, Weights);
                break;
            case "double raw" or "double list":
                header.Raw(form == "double raw" ? 9 : 10, MemoryMarshal.AsBytes<double>(Array.ConvertAll(Weights, w => (double)w)));
                break;
            case "half raw":
                header.Raw(9, MemoryMarshal.AsBytes<ushort>(half));
                break;
            case "half list":
                foreach (var bits in half) header.Integer(5, bits);
                break;
            default:
                header.Raw(9, MemoryMarshal.AsBytes<ushort>(Array.ConvertAll(Weights, w => (ushort)(BitConverter.SingleToUInt32Bits(w) >> 16))));
                break;
        }

        Assert.Equal(Weights, Imported(Model(header, [MatMul("linear.weight")])));
    }

    [Fact]
    public void Read_WeightsBehindConstantCastAndTranspose_GivesTheWeights()
    {
        var turned = new float[Weights.Length];
        for (var i = 0; i < turned.Length; i++) turned[(i % Outputs * Inputs) + (i / Outputs)] = Weights[i];
        var constant = Node("Constant", [], "c").Message(5, new ProtoMessage().Text(1, "value").Message(5, Header("", 1, Outputs, Inputs).Floats(9, turned)).Integer(20, 4));
        var transpose = Node("Transpose", ["d"], "linear.weight").Message(5, new ProtoMessage().Text(1, "perm").Integer(8, 1).Integer(8, 0).Integer(20, 7));
        Assert.Equal(Weights, Imported(Model(null, [constant, Node("Cast", ["c"], "d"), transpose, MatMul("linear.weight")])));
    }

    [Fact]
    public void Read_GemmWithFactors_MultipliesThem()
    {
        var gemm = Node("Gemm", ["x", "linear.weight"], "y").Message(5, new ProtoMessage().Text(1, "alpha").Real(2, 2).Integer(20, 1));
        Assert.Equal(Array.ConvertAll(Weights, w => 2 * w), Imported(Model(Header("linear.weight", 1).Floats(9, Weights), [gemm])));
    }

    [Fact]
    public void Read_WeightsInAnotherFile_SaysHowToPutThemIn() => AssertRefused(
        Model(Header("linear.weight", 1).Message(13, new ProtoMessage().Text(1, "location").Text(2, "model.data")).Integer(14, 1), [MatMul("linear.weight")]),
        "another file", "onnx.save_model");

    [Fact]
    public void Read_QuantisedModel_SaysSo() => AssertRefused(
        Model(Header("w", 3).Raw(9, [1, 2, 3, 4, 5, 6]), [Node("DequantizeLinear", ["w"], "linear.weight"), MatMul("linear.weight")]), "quantised");

    [Fact]
    public void Read_NoWeights_SaysSo() => AssertRefused(Model(null, [Node("Relu", ["x"], "y")]), "no weights");

    [Fact]
    public void Read_Empty_SaysItIsNotOnnx() => AssertRefused([], "not an ONNX file");

    [Fact]
    public void Read_NodesInACircle_EndsWithTheReason() => AssertRefused(
        Model(null, [Node("Identity", ["b"], "a"), Node("Identity", ["a"], "b"), MatMul("a")]), "no weights");

    [Fact]
    public void Read_SingleOutputWithALoneNumberAdded_TakesItAsTheBias()
    {
        var lone = new ProtoMessage().Integer(2, 1).Text(8, "bias").Floats(9, [7]);
        var graph = new ProtoMessage().Message(1, MatMul("linear.weight")).Message(1, Node("Add", ["y", "bias"], "z"))
            .Message(5, Header("linear.weight", 1, columns: 1).Floats(9, [1, 2, 3])).Message(5, lone);
        File.WriteAllBytes(_path, new ProtoMessage().Integer(1, 8).Message(7, graph).ToArray());

        Assert.Equal([7f], Assert.Single(OnnxWeights.Read(_path).Layers).Bias!);
    }

    [Theory]
    [InlineData("", 1, 0, false)] // no pads and no strides said: 0 and 1
    [InlineData("", 1, 1, true)]
    [InlineData("VALID", 1, 1, true)]
    [InlineData("SAME_UPPER", 1, 1, false)]
    [InlineData("SAME_UPPER", 2, 1, true)] // one pixel on one side only
    public void Run_FileWithoutPads_TellsWherePaddingDiffers(string autoPad, int stride, int padding, bool differs)
    {
        var conv = Node("Conv", ["x", "conv.weight"], "y");
        if (autoPad.Length > 0) conv.Message(5, new ProtoMessage().Text(1, "auto_pad").Text(4, autoPad).Integer(20, 3));
        if (stride > 1) conv.Message(5, new ProtoMessage().Text(1, "strides").Integer(8, stride).Integer(8, stride).Integer(20, 7));
        var weight = new ProtoMessage().Integer(1, 2).Integer(1, 1).Integer(1, 3).Integer(1, 3).Integer(2, 1).Text(8, "conv.weight").Floats(9, new float[18]);
        File.WriteAllBytes(_path, Model(weight, [conv]));
        var net = new Network(new Shape(1, 8, 8, 1));
        net.Output("y", net.Add("conv", new Conv2d(1, 2, 3, stride, padding), net.Input));
        using var pool = new WorkerPool(1);

        var notes = NetworkInitialiser.Run(net, OnnxWeights.Read(_path), new Tensor(new Shape(1, 8, 8, 1)), pool).Notes;

        Assert.Equal(differs, notes.Any(n => n.Contains("outputs will differ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Read_ManyLayersThatTurnOneMatrix_IsRefusedBeforeMemoryIsGone()
    {
        const int Side = 512;
        var turned = new ProtoMessage().Text(1, "transB").Integer(3, 1).Integer(20, 2);
        var gemms = Enumerable.Range(0, 2000).Select(i => Node("Gemm", ["x", "w"], $"y{i}").Message(5, turned)).ToArray();
        File.WriteAllBytes(_path, Model(Header("w", 1, Side, Side).Floats(9, new float[Side * Side]), gemms));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var message = Assert.Throws<InvalidDataException>(() => OnnxWeights.Read(_path)).Message;

        Assert.Contains("again and again", message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 << 20); // all of them would take 2 GiB
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Read_WeightsThatAreNoNumbers_SaysSo(float odd) =>
        AssertRefused(Model(Header("linear.weight", 1).Floats(9, [1, 2, odd, 4, 5, 6]), [MatMul("linear.weight")]), "infinite or none");

    [Theory]
    [InlineData(-3, 2)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(0, 2)]
    public void Read_ShapeThatItsNumbersDoNotFill_IsRefused(int rows, int columns) =>
        AssertRefused(Model(Header("linear.weight", 1, rows, columns).Floats(9, Weights), [MatMul("linear.weight")]), "no weights");

    [Fact]
    public void Read_FileCutOrChangedAnywhere_IsReadOrRefused()
    {
        var net = new Network(new Shape(1, 8, 8, 1));
        var x = net.Add("norm", new BatchNorm2d(3), net.Add("conv", new Conv2d(1, 3, 3), net.Input));
        net.Output("y", net.Add("linear", new Linear(8 * 8 * 3, 2), x));
        var bytes = OnnxExporter.Export(net);
        var random = new Random(4);
        for (var attempt = 0; attempt < 150; attempt++)
        {
            byte[] broken = [.. bytes.AsSpan(0, random.Next(bytes.Length))];
            if (attempt % 2 == 0)
            {
                broken = [.. bytes];
                for (var i = 0; i < 5; i++) broken[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            File.WriteAllBytes(_path, broken);
            try
            {
                Assert.NotEmpty(OnnxWeights.Read(_path).Names);
            }
            catch (InvalidDataException e)
            {
                Assert.StartsWith(_path, e.Message, StringComparison.Ordinal);
            }
        }
    }

    private float[] Imported(byte[] model)
    {
        File.WriteAllBytes(_path, model);
        var net = new Network(new Shape(1, 1, 1, Inputs));
        net.Output("y", net.Add("linear", new Linear(Inputs, Outputs), net.Input));
        using var pool = new WorkerPool(1);
        Assert.Equal(["linear"], NetworkInitialiser.Run(net, OnnxWeights.Read(_path), new Tensor(new Shape(1, 1, 1, Inputs)), pool).Taken);
        return net.Parameters.First().Parameter.Value.Span.ToArray();
    }

    private void AssertRefused(byte[] model, params string[] parts)
    {
        File.WriteAllBytes(_path, model);
        var message = Assert.Throws<InvalidDataException>(() => OnnxWeights.Read(_path)).Message;
        foreach (var part in parts) Assert.Contains(part, message, StringComparison.Ordinal);
    }

    private static ProtoMessage MatMul(string weight) => Node("MatMul", ["x", weight], "y");

    private static ProtoMessage Node(string operation, string[] inputs, string output)
    {
        var node = new ProtoMessage();
        foreach (var input in inputs) node.Text(1, input);
        return node.Text(2, output).Text(4, operation);
    }

    private static ProtoMessage Header(string name, int type, int rows = Inputs, int columns = Outputs) =>
        new ProtoMessage().Integer(1, rows).Integer(1, columns).Integer(2, type).Text(8, name);

    private static byte[] Model(ProtoMessage? initializer, ProtoMessage[] nodes)
    {
        var graph = new ProtoMessage();
        foreach (var node in nodes) graph.Message(1, node);
        if (initializer is not null) graph.Message(5, initializer);
        return new ProtoMessage().Integer(1, 8).Message(7, graph).ToArray();
    }
}
