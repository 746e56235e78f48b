using System.Numerics.Tensors;

namespace MoodDeck.Training.Import;

/// <summary>Finds what carries weights in an ONNX graph.</summary>
internal sealed class OnnxLayerFinder(OnnxWeights file)
{
    // Numbers for each byte of the file: enough for weights that several layers share, and no more than memory bears where a
    // small file has thousands of layers turn one large matrix.
    private const int MostNumbersPerByte = 4;

    private static readonly string[] WeightSuffixes = [".weight", "_weight", ".scale", "_gamma"];

    private readonly Dictionary<OnnxNode, OnnxLayer> _layers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> _depths = [];
    private long _numbersLeft = MostNumbersPerByte * file.Bytes;

    public IReadOnlyList<OnnxLayer> Run()
    {
        List<OnnxLayer> found = [];
        foreach (var node in file.Nodes)
        {
            var depth = node.Inputs.Select(i => _depths.GetValueOrDefault(i)).DefaultIfEmpty().Max();
            if (Layer(node, depth + 1) is { } layer)
            {
                found.Add(layer);
                _layers[node] = layer;
                depth++;
            }
            else if (node.Operation is "Add" or "Sum")
            {
                AddBias(node);
            }
            else if (node.Operation == "BatchNormalization")
            {
                AddNorm(node);
            }

            foreach (var output in node.Outputs) _depths[output] = depth;
        }

        return found;
    }

    private OnnxLayer? Layer(OnnxNode node, int depth)
    {
        if (node.Operation is not ("Conv" or "Gemm" or "MatMul") || file.Constant(node.Input(1)) is not { } weight) return null;
        var convolution = node.Operation == "Conv";
        if (weight.Shape.Length != (convolution ? 4 : 2)) return null;
        Take(weight.Values);
        if (node.Operation == "Gemm")
        {
            if (node.Integer("transA") != 0) return null;
            if (node.Integer("transB") != 0) weight = Turned(weight);
            weight = Times(weight, node.Real("alpha", 1));
        }

        var bias = node.Operation == "MatMul" ? null : file.Constant(node.Input(2))?.Values;
        if (node.Operation == "Gemm" && bias is not null && node.Real("beta", 1) is var beta and not 1) bias = Array.ConvertAll(bias, b => b * beta);
        var outputs = convolution ? weight.Shape[0] : weight.Shape[1];
        if (bias is { Length: 1 } && outputs > 1) bias = [.. Enumerable.Repeat(bias[0], outputs)];
        if (bias is not null) Take(bias);
        return new()
        {
            Name = NameOf(file.Constant(node.Input(1))!.Name, node.Input(1)),
            Weight = weight,
            Bias = bias?.Length == outputs ? bias : null,
            Groups = (int)Math.Clamp(node.Integer("group", 1), 1, int.MaxValue),
            Strides = convolution ? StridesOf(node) : [],
            Pads = convolution ? PadsOf(node, weight.Shape[2], weight.Shape[3]) : [],
            Dilations = node.Integers("dilations"),
            IsChannelsLast = !convolution && IsChannelsLast(node.Input(0)),
            Depth = depth,
        };
    }

    // What is not said is 1.
    private static IReadOnlyList<long> StridesOf(OnnxNode node) => node.Integers("strides") is { Count: 2 } said ? said : [1, 1];

    // What is not said is 0. SAME_UPPER and SAME_LOWER stand for as many as keep the picture's side, divided by the stride.
    private static IReadOnlyList<long> PadsOf(OnnxNode node, int rows, int columns)
    {
        var (kind, strides) = (node.Text("auto_pad"), StridesOf(node));
        if (!kind.StartsWith("SAME", StringComparison.Ordinal)) return node.Integers("pads") is { Count: 4 } said && kind != "VALID" ? said : [0, 0, 0, 0];
        long vertical = Math.Max(0, rows - strides[0]), horizontal = Math.Max(0, columns - strides[1]);
        var (more, less) = ((vertical + 1) / 2, vertical / 2);
        var (wider, narrower) = ((horizontal + 1) / 2, horizontal / 2);
        return kind == "SAME_LOWER" ? [more, wider, less, narrower] : [less, narrower, more, wider];
    }

    // Other frameworks write the bias as a sum of its own.
    private void AddBias(OnnxNode node)
    {
        for (var i = 0; i < 2; i++)
        {
            if (file.Producer(node.Input(i)) is { } source && _layers.TryGetValue(source, out var layer) && layer.Bias is null && layer.Norm is null
                && file.Constant(node.Input(1 - i)) is { } bias && bias.Values.Length == layer.Outputs && bias.Shape.Append(1).Max() == layer.Outputs)
            {
                Take(bias.Values);
                layer.Bias = bias.Values;
            }
        }
    }

    private void AddNorm(OnnxNode node)
    {
        var numbers = Enumerable.Range(1, 4).Select(i => file.Constant(node.Input(i))).ToArray();
        if (Array.Exists(numbers, n => n is null)) return;
        var norm = new OnnxNorm(
            NameOf(numbers[0]!.Name, node.Input(1)), numbers[0]!.Values, numbers[1]!.Values, numbers[2]!.Values, numbers[3]!.Values, node.Real("epsilon", 1e-5f));
        var (value, direct) = (node.Input(0), true);
        for (var hop = 0; hop < 8 && file.Producer(value) is { } source; hop++)
        {
            if (_layers.TryGetValue(source, out var layer))
            {
                var fits = Array.TrueForAll(numbers, n => n!.Values.Length == layer.Outputs);
                if (fits) Array.ForEach(numbers, n => Take(n!.Values));
                if (fits && direct) layer.Norm ??= norm;
                else if (fits) layer.LaterNorm ??= norm;
                return;
            }

            switch (source.Operation)
            {
                case "Identity" or "Cast":
                    break;
                case "Relu" or "Elu" or "LeakyRelu" or "PRelu" or "Selu" or "Tanh" or "Sigmoid" or "HardSwish" or "Clip" or "Dropout":
                    direct = false;
                    break;
                case "Add" or "Sum" when file.Constant(source.Input(0)) is not null:
                    value = source.Input(1);
                    continue;
                case "Add" or "Sum" when file.Constant(source.Input(1)) is not null:
                    break;
                default:
                    return;
            }

            value = source.Input(0);
        }
    }

    private void Take(float[] values)
    {
        _numbersLeft -= values.Length;
        if (_numbersLeft < 0) throw new InvalidDataException("the weights of its layers come to far more than the file holds: it names the same ones again and again");
        if (!TensorPrimitives.IsFiniteAll<float>(values)) throw new InvalidDataException("the weights hold numbers that are infinite or none. The training that made it went astray");
    }

    private bool IsChannelsLast(string value)
    {
        for (var hop = 0; hop < 8 && file.Producer(value) is { } source; hop++)
        {
            if (source.Operation == "Transpose") return source.Integers("perm").SequenceEqual([0, 2, 3, 1]);
            if (source.Operation is not ("Reshape" or "Flatten" or "Squeeze" or "Identity" or "Cast" or "Dropout")) return false;
            value = source.Input(0);
        }

        return false;
    }

    private static string NameOf(string constant, string value)
    {
        var name = constant.Length > 0 ? constant : value;
        foreach (var suffix in WeightSuffixes)
        {
            if (name.EndsWith(suffix, StringComparison.Ordinal)) return name[..^suffix.Length];
        }

        return name;
    }

    private static OnnxConstant Turned(OnnxConstant matrix)
    {
        var (rows, columns) = (matrix.Shape[0], matrix.Shape[1]);
        var values = new float[matrix.Values.Length];
        for (var i = 0; i < values.Length; i++) values[(i % columns * rows) + (i / columns)] = matrix.Values[i];
        return matrix with { Shape = [columns, rows], Values = values };
    }

    private static OnnxConstant Times(OnnxConstant tensor, float factor) =>
        factor == 1 ? tensor : tensor with { Values = Array.ConvertAll(tensor.Values, v => v * factor) };
}
