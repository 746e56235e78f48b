namespace MoodDeck.Training.Import;

/// <summary>The graph of an ONNX file and its weights, in float32 whatever their precision in the file.</summary>
public sealed class OnnxWeights
{
    private readonly Dictionary<string, OnnxConstant> _constants = [];
    private readonly Dictionary<string, OnnxNode> _producers = [];
    private readonly List<OnnxNode> _nodes = [];

    private OnnxWeights(ReadOnlyMemory<byte> model)
    {
        Bytes = model.Length;
        // ModelProto.graph is field 7; GraphProto's nodes are field 1, its initializers field 5 (onnx.proto3).
        foreach (var graph in ProtoReader.Fields(model).Where(f => f is { Number: 7, IsBytes: true }))
        {
            foreach (var field in ProtoReader.Fields(graph.Bytes))
            {
                if (field.Number == 5 && OnnxConstant.Read(field.Bytes) is { } constant) _constants[constant.Name] = constant;
                else if (field.Number == 1) _nodes.Add(OnnxNode.Read(field.Bytes));
            }
        }

        foreach (var node in _nodes)
        {
            foreach (var output in node.Outputs) _producers[output] = node;
        }

        Layers = OnnxLayer.Find(this);
    }

    /// <summary>Names of the constants.</summary>
    public IReadOnlyCollection<string> Names => _constants.Keys;

    /// <summary>Channels of the convolution nearest to the input: an expression network's width. Null without a convolution.</summary>
    internal int? FirstChannels => Layers.Where(l => l.IsConvolution).MinBy(l => l.Depth)?.Outputs;

    /// <summary>Length of the file.</summary>
    internal long Bytes { get; }

    /// <summary>The operations in an order in which they can run.</summary>
    internal IReadOnlyList<OnnxNode> Nodes => _nodes;

    /// <summary>The convolutions and linear layers.</summary>
    internal IReadOnlyList<OnnxLayer> Layers { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is not an ONNX file, keeps its weights elsewhere, or has no layer to start from.</exception>
    public static OnnxWeights Read(string path)
    {
        OnnxWeights weights;
        try
        {
            weights = new OnnxWeights(File.ReadAllBytes(path));
        }
        catch (InvalidDataException e) when (e.Message.StartsWith("the weights", StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{path} cannot be started from: {e.Message}", e);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException(NotOnnx(path), e);
        }

        if (weights._nodes.Count == 0) throw new InvalidDataException(NotOnnx(path));
        if (weights.Layers.Count > 0) return weights;
        var quantised = weights._nodes.Any(n => n.Operation is "QLinearConv" or "ConvInteger" or "DequantizeLinear" or "QLinearMatMul" or "MatMulInteger");
        throw new InvalidDataException(quantised
            ? $"{path} is quantised: its weights are whole numbers that training cannot start from. Give the model it was made of."
            : $"{path} holds no weights of a convolution or a linear layer. Give a model written by `mooddeck train` or exported as ONNX.");
    }

    /// <summary>The node that computes a value, or null for an input or a constant.</summary>
    internal OnnxNode? Producer(string value) => _producers.GetValueOrDefault(value);

    /// <summary>The constant that a value is, seen through Constant, Identity, Cast and Transpose nodes; or null.</summary>
    internal OnnxConstant? Constant(string value, int depth = 0)
    {
        if (_constants.TryGetValue(value, out var constant)) return constant;
        if (depth > 8 || Producer(value) is not { } node) return null; // a file's nodes might run in a circle
        return node.Operation switch
        {
            "Constant" => node.Attributes.Values.FirstOrDefault()?.Tensor,
            "Identity" or "Cast" => Constant(node.Input(0), depth + 1),
            "Transpose" when Constant(node.Input(0), depth + 1) is { } source => Transposed(source, node.Integers("perm")),
            _ => null,
        };
    }

    private static OnnxConstant? Transposed(OnnxConstant source, IReadOnlyList<long> permutation)
    {
        var rank = source.Shape.Length;
        int[] order = permutation.Count == 0 ? [.. Enumerable.Range(0, rank).Reverse()] : [.. permutation.Select(p => (int)p)];
        if (!order.Order().SequenceEqual(Enumerable.Range(0, rank))) return null;
        int[] shape = [.. order.Select(axis => source.Shape[axis])];
        var steps = new int[rank];
        for (int axis = rank - 1, step = 1; axis >= 0; step *= source.Shape[axis--]) steps[axis] = step;
        var values = new float[source.Values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var (rest, at) = (i, 0);
            for (var axis = rank - 1; axis >= 0; rest /= shape[axis--]) at += rest % shape[axis] * steps[order[axis]];
            values[i] = source.Values[at];
        }

        return source with { Shape = shape, Values = values };
    }

    private static string NotOnnx(string path) => $"{path} is not an ONNX file. Give a model written by `mooddeck train` or exported as ONNX.";
}
