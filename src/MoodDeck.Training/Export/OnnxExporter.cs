using MoodDeck.Training.Layers;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Export;

/// <summary>What an exported file says beside the weights.</summary>
public sealed record OnnxExportOptions
{
    /// <summary>Name of the graph.</summary>
    public string Name { get; init; } = "mooddeck";

    /// <summary>Name of the input, <c>[batch, channels, height, width]</c>.</summary>
    public string InputName { get; init; } = "image";

    /// <summary>Whether height and width are free; right only for networks without linear layers.</summary>
    public bool FreeSize { get; init; }

    /// <summary>Outputs to be cut along their channels: the network's name to names and channel counts in order.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<(string Name, int Channels)>> Splits { get; init; } =
        new Dictionary<string, IReadOnlyList<(string Name, int Channels)>>();

    /// <summary>Metadata of the model.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
}

/// <summary>
/// Writes a network as ONNX, for inference: batch norm folded into the convolution before it, dropout left out, channels
/// first as ONNX has it.
/// </summary>
public sealed class OnnxExporter
{
    private readonly Network _network;
    private readonly OnnxExportOptions _options;
    private readonly OnnxGraph _graph = new();
    private readonly Shape[] _shapes;
    private readonly string[] _names;

    private OnnxExporter(Network network, OnnxExportOptions options)
    {
        (_network, _options) = (network, options);
        _shapes = network.Shapes(network.InputShape);
        _names = new string[_shapes.Length];
    }

    /// <summary>The bytes of the file.</summary>
    public static byte[] Export(Network network, OnnxExportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new OnnxExporter(network, options ?? new()).Write();
    }

    /// <summary>Writes the file, through a temporary one, so that a reader never sees half of it.</summary>
    public static void Save(Network network, string path, OnnxExportOptions? options = null)
    {
        var partial = path + ".partial";
        File.WriteAllBytes(partial, Export(network, options));
        File.Move(partial, path, overwrite: true);
    }

    private byte[] Write()
    {
        var input = _network.InputShape;
        object height = _options.FreeSize ? "height" : input.H, width = _options.FreeSize ? "width" : input.W;
        _graph.Input(_options.InputName, "batch", input.C, height, width);
        for (var i = 0; i < _shapes.Length; i++)
        {
            // A convolution is written together with the batch norm that alone reads it.
            if (FollowingNorm(i) is not null) continue;
            _names[i] = WriteEntry(i);
        }

        foreach (var (name, node) in _network.Outputs) WriteOutput(name, node);
        return _graph.ToModel(_options.Name, _options.Metadata);
    }

    private string WriteEntry(int index)
    {
        var entry = _network.Entries[index];
        var name = entry.Name;
        switch (entry.Layer)
        {
            case Conv2d or DepthwiseConv2d:
                return Convolution(entry, name, null);
            case BatchNorm2d norm:
                var source = entry.Inputs[0].Index;
                return source >= 0 && FollowingNorm(source) == index
                    ? Convolution(_network.Entries[source], name, norm)
                    : Normalisation(entry, norm);
            case Linear linear:
                return Gemm(entry, linear);
            case Relu:
                return _graph.Node("Relu", name, Inputs(entry));
            case Elu:
                return _graph.Node("Elu", name, Inputs(entry));
            case Tanh:
                return _graph.Node("Tanh", name, Inputs(entry));
            case Silu:
                var x = Inputs(entry)[0];
                return _graph.Node("Mul", name, [x, _graph.Node("Sigmoid", $"{name}.sigmoid", [x])]);
            case Dropout:
                return Inputs(entry)[0];
            case MaxPool2d pool:
                return _graph.Node("MaxPool", name, Inputs(entry), [.. Window(pool.Size, pool.Stride), ("pads", new[] { pool.Padding, pool.Padding, pool.Padding, pool.Padding })]);
            case AveragePool2d pool:
                return _graph.Node("AveragePool", name, Inputs(entry), Window(pool.Size, pool.Size));
            case GlobalAveragePool:
                return _graph.Node("GlobalAveragePool", name, Inputs(entry));
            case Add add:
                return Activated(_graph.Node("Add", add.Relu ? $"{name}.linear" : name, Inputs(entry)), name, add.Relu);
            case Concat:
                return _graph.Node("Concat", name, Inputs(entry), ("axis", 1));
            case Upsample2x:
                var scales = _graph.Constant($"{name}.scales", [1, 1, 2, 2], 4);
                return _graph.Node("Resize", name, [Inputs(entry)[0], "", scales], ("mode", "nearest"), ("coordinate_transformation_mode", "asymmetric"), ("nearest_mode", "floor"));
            default:
                throw new NotSupportedException($"The layer {name} ({entry.Layer.GetType().Name}) has no ONNX form.");
        }
    }

    private void WriteOutput(string name, Node node)
    {
        var shape = node.Index < 0 ? _network.InputShape : _shapes[node.Index];
        var source = Name(node);
        object height = _options.FreeSize ? "h_" + name : shape.H, width = _options.FreeSize ? "w_" + name : shape.W;
        if (_options.Splits.TryGetValue(name, out var parts))
        {
            var sizes = _graph.Integers($"{name}.sizes", [.. parts.Select(p => (long)p.Channels)]);
            _graph.Node("Split", [.. parts.Select(p => p.Name)], [source, sizes], ("axis", 1));
            foreach (var (part, channels) in parts) _graph.Output(part, "batch", channels, height, width);
        }
        else if (shape is { H: 1, W: 1 } && !_options.FreeSize)
        {
            _graph.Node("Flatten", name, [source], ("axis", 1));
            _graph.Output(name, "batch", shape.C);
        }
        else
        {
            _graph.Node("Identity", name, [source]);
            _graph.Output(name, "batch", shape.C, height, width);
        }
    }

    private string Convolution(Network.Entry entry, string name, BatchNorm2d? norm)
    {
        var folded = FoldedConvolution.Of(entry.Layer, norm);
        List<string> inputs = [Inputs(entry)[0], _graph.Constant($"{entry.Name}.weight", folded.Weight, folded.Outputs, folded.InputsPerGroup, folded.Kernel, folded.Kernel)];
        if (folded.Bias is not null) inputs.Add(_graph.Constant($"{entry.Name}.bias", folded.Bias, folded.Outputs));
        var relu = norm is { Relu: true };
        // Layers' and tensors' names share one space in a graph, so a node's output is told apart by its suffix.
        var output = _graph.Node(
            "Conv", relu ? $"{name}.linear" : $"{name}.out", inputs,
            ("kernel_shape", new[] { folded.Kernel, folded.Kernel }), ("strides", new[] { folded.Stride, folded.Stride }),
            ("pads", new[] { folded.Padding, folded.Padding, folded.Padding, folded.Padding }), ("group", folded.Groups));
        return Activated(output, $"{name}.out", relu);
    }

    private string Normalisation(Network.Entry entry, BatchNorm2d norm)
    {
        var name = entry.Name;
        string[] inputs =
        [
            Inputs(entry)[0], _graph.Constant($"{name}.scale", norm.Scale.Value.Span, norm.Channels), _graph.Constant($"{name}.shift", norm.Shift.Value.Span, norm.Channels),
            _graph.Constant($"{name}.mean", norm.RunningMean.Value.Span, norm.Channels), _graph.Constant($"{name}.variance", norm.RunningVariance.Value.Span, norm.Channels),
        ];
        return Activated(_graph.Node("BatchNormalization", norm.Relu ? $"{name}.linear" : $"{name}.out", inputs, ("epsilon", norm.Epsilon)), $"{name}.out", norm.Relu);
    }

    private string Gemm(Network.Entry entry, Linear linear)
    {
        var name = entry.Name;
        var node = entry.Inputs[0];
        var s = node.Index < 0 ? _network.InputShape : _shapes[node.Index];
        // ONNX flattens channels first; the rows of the weights are put into that order.
        var weight = new float[linear.Inputs * linear.Outputs];
        for (var c = 0; c < s.C; c++)
        {
            for (var p = 0; p < s.H * s.W; p++)
                linear.Weight.Value.Span.Slice(((p * s.C) + c) * linear.Outputs, linear.Outputs).CopyTo(weight.AsSpan(((c * s.H * s.W) + p) * linear.Outputs));
        }

        var flat = _graph.Node("Flatten", $"{name}.flat", Inputs(entry), ("axis", 1));
        return _graph.Node("Gemm", $"{name}.out", [flat, _graph.Constant($"{name}.weight", weight, linear.Inputs, linear.Outputs), _graph.Constant($"{name}.bias", linear.Bias.Value.Span, linear.Outputs)]);
    }

    private string Activated(string source, string name, bool relu) => relu ? _graph.Node("Relu", name, [source]) : source;

    private string[] Inputs(Network.Entry entry) => [.. entry.Inputs.Select(Name)];

    private string Name(Node node) => node.Index < 0 ? _options.InputName : _names[node.Index];

    private static (string, object)[] Window(int size, int stride) => [("kernel_shape", new[] { size, size }), ("strides", new[] { stride, stride })];

    // The batch norm that alone reads a convolution, or null.
    private int? FollowingNorm(int index)
    {
        if (_network.Entries[index].Layer is not (Conv2d or DepthwiseConv2d)) return null;
        var readers = Enumerable.Range(0, _network.Entries.Count).Where(i => _network.Entries[i].Inputs.Any(n => n.Index == index)).ToArray();
        var isOutput = _network.Outputs.Any(o => o.Node.Index == index);
        return readers.Length == 1 && !isOutput && _network.Entries[readers[0]].Layer is BatchNorm2d ? readers[0] : null;
    }
}
