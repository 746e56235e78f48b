using System.Numerics.Tensors;
using MoodDeck.Onnx;
using MoodDeck.Training.Export;
using MoodDeck.Training.Layers;
using Tensor = MoodDeck.Training.Tensors.Tensor;

namespace MoodDeck.Training.Tests.Import;

/// <summary>
/// Writes small ONNX files in the layout of other frameworks' exports, with random weights and batch norm statistics, to be run
/// by ONNX Runtime as the original of what is imported.
/// </summary>
internal sealed class OriginalModel(int colours, int side, float epsilon = 1e-5f)
{
    private readonly OnnxGraph _graph = new();
    private ulong _seed = 77;
    private int _number = 190;

    /// <summary>Whether norms are folded into convolutions, as exporters for inference do, whereby names are lost.</summary>
    public bool IsFolded { get; init; }

    /// <summary>Whether layers are named as in mxnet's exports, which mean nothing to us.</summary>
    public bool HasForeignNames { get; init; }

    public string Input { get; } = "input";

    public string Convolution(string name, string input, int inputs, int outputs, int kernel, int stride = 1, int? padding = null, string? norm = null, bool bias = false)
    {
        var weight = Random(outputs * inputs * kernel * kernel, Math.Sqrt(2.0 / (inputs * kernel * kernel)));
        var shift = bias ? Random(outputs, 0.3) : null;
        var (scale, beta, mean, variance) = (Positive(outputs), Random(outputs, 0.3), Random(outputs, 0.3), Positive(outputs));
        if (norm is not null && IsFolded)
        {
            shift ??= new float[outputs];
            for (var o = 0; o < outputs; o++)
            {
                var factor = scale[o] / MathF.Sqrt(variance[o] + epsilon);
                TensorPrimitives.Multiply(weight.AsSpan(o * weight.Length / outputs, weight.Length / outputs), factor, weight.AsSpan(o * weight.Length / outputs, weight.Length / outputs));
                shift[o] = beta[o] + (factor * (shift[o] - mean[o]));
            }
        }

        List<string> inputNames = [input, _graph.Constant(Name(name, "weight"), weight, outputs, inputs, kernel, kernel)];
        if (shift is not null) inputNames.Add(_graph.Constant(Name(name, "bias"), shift, outputs));
        var pad = padding ?? kernel / 2;
        var x = _graph.Node("Conv", $"{name}_out", inputNames, ("kernel_shape", new[] { kernel, kernel }), ("strides", new[] { stride, stride }), ("pads", new[] { pad, pad, pad, pad }), ("group", 1));
        return norm is null || IsFolded ? x : Norm(norm, x, scale, beta, mean, variance);
    }

    public string Norm(string name, string input, int channels) => Norm(name, input, Positive(channels), Random(channels, 0.3), Random(channels, 0.3), Positive(channels));

    public string Linear(string name, string input, int inputs, int outputs)
    {
        var weight = Random(inputs * outputs, Math.Sqrt(1.0 / inputs));
        return _graph.Node(
            "Gemm", $"{name}_out", [input, _graph.Constant(Name(name, "weight"), weight, outputs, inputs), _graph.Constant(Name(name, "bias"), Random(outputs, 0.3), outputs)], ("transB", 1));
    }

    /// <summary>As TensorFlow's exports have it: a product and a sum.</summary>
    public string MatMul(string name, string input, int inputs, int outputs)
    {
        var product = _graph.Node("MatMul", $"{name}_product", [input, _graph.Constant($"{name}/MatMul/ReadVariableOp:0", Random(inputs * outputs, Math.Sqrt(2.0 / inputs)), inputs, outputs)]);
        return _graph.Node("Add", $"{name}_out", [product, _graph.Constant($"{name}/BiasAdd/ReadVariableOp:0", Random(outputs, 0.3), outputs)]);
    }

    public string Node(string operation, string name, string[] inputs, params (string, object)[] attributes) => _graph.Node(operation, name, inputs, attributes);

    public string Pool(string name, string input, int size, int stride, int padding) =>
        _graph.Node("MaxPool", name, [input], ("kernel_shape", new[] { size, size }), ("strides", new[] { stride, stride }), ("pads", new[] { padding, padding, padding, padding }));

    public byte[] ToModel(params (string Name, int Length)[] outputs)
    {
        _graph.Input(Input, "batch", colours, side, side);
        foreach (var (name, length) in outputs) _graph.Output(name, "batch", length);
        return _graph.ToModel("original", new Dictionary<string, string>());
    }

    /// <summary>The file's outputs for grey pictures, repeated for each of its colours.</summary>
    public static float[][] Run(byte[] model, Tensor grey, int colours)
    {
        using var session = OnnxRuntime.Default.Open(model);
        var (s, pixels) = (grey.Shape, grey.Shape.H * grey.Shape.W);
        var input = OnnxTensor.Zeros(s.N, colours, s.H, s.W);
        for (var n = 0; n < s.N; n++)
        {
            for (var c = 0; c < colours; c++) grey.Span.Slice(n * pixels, pixels).CopyTo(input.Span[(((n * colours) + c) * pixels)..]);
        }

        return [.. session.Run([input]).Select(o => o.Span.ToArray())];
    }

    private string Norm(string name, string input, float[] scale, float[] shift, float[] mean, float[] variance) => _graph.Node(
        "BatchNormalization", $"{name}_out",
        [input, Constant("weight", scale), Constant("bias", shift), Constant("running_mean", mean), Constant("running_var", variance)], ("epsilon", epsilon));

    private string Constant(string name, float[] values) => _graph.Constant(HasForeignNames ? $"stage_batchnorm{_number++}_{name}" : $"norm{_number++}.{name}", values, values.Length);

    private string Name(string layer, string parameter) => IsFolded ? $"onnx::Conv_{_number++}" : HasForeignNames ? $"resnetv15_conv{_number++}_{parameter}" : $"{layer}.{parameter}";

    private float[] Random(int length, double sigma)
    {
        var values = new float[length];
        Initialise.Normal(values, sigma, _seed++);
        return values;
    }

    private float[] Positive(int length) => Array.ConvertAll(Random(length, 0.3), MathF.Exp);
}
