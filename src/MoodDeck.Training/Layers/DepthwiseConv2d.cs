using System.Numerics.Tensors;
using MoodDeck.Training.Kernels;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Layers;

/// <summary>One square kernel for each channel, <c>[N, H, W, C] -> [N, H', W', C]</c>; weights <c>[kernel, kernel, 1, C]</c>.</summary>
public sealed unsafe class DepthwiseConv2d : Layer
{
    private const int GradientSlices = 4;

    private readonly Parameter[] _parameters;
    private readonly Tensor _output = new();
    private readonly Tensor _inputGradient = new();
    private readonly Tensor _partial = new();
    private Tensor _input = new();

    /// <summary>A depthwise convolution without bias.</summary>
    public DepthwiseConv2d(int channels, int kernel, int stride = 1, ulong seed = 1)
    {
        (Channels, Kernel, Stride, Padding) = (channels, kernel, stride, kernel / 2);
        Weight = new Parameter("weight", new Shape(kernel, kernel, 1, channels), decays: true);
        _parameters = [Weight];
        Initialise.HeNormal(Weight.Value.Span, kernel * kernel, seed);
    }

    /// <summary>Channels in and out.</summary>
    public int Channels { get; }

    /// <summary>Side of the kernel in pixels.</summary>
    public int Kernel { get; }

    /// <summary>Step in pixels.</summary>
    public int Stride { get; }

    /// <summary>Zero pixels added on each side.</summary>
    public int Padding { get; }

    /// <summary>The weights.</summary>
    public Parameter Weight { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters => _parameters;

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs)
    {
        var s = Only(inputs);
        if (s.C != Channels) throw new ArgumentException($"A depthwise convolution of {Channels} channels got {s}.", nameof(inputs));
        return new(s.N, ((s.H + (2 * Padding) - Kernel) / Stride) + 1, ((s.W + (2 * Padding) - Kernel) / Stride) + 1, s.C);
    }

    /// <inheritdoc/>
    public override long Macs(IReadOnlyList<Shape> inputs)
    {
        var o = OutputShape(inputs);
        return (long)o.ImageLength * Kernel * Kernel;
    }

    /// <inheritdoc/>
    public override Tensor Forward(IReadOnlyList<Tensor> inputs, in Pass pass)
    {
        var x = _input = inputs[0];
        var o = OutputShape([x.Shape]);
        _output.Resize(o);
        var kernel = Describe(x.Shape, o);
        pass.Pool.Run(o.N * o.H, row =>
            kernel.Forward(x.Data + ((long)(row / o.H) * x.Shape.ImageLength), Weight.Value.Data, _output.Data + ((long)row * o.W * o.C), row % o.H));
        return _output;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor?> Backward(Tensor outputGradient, IReadOnlyList<bool> wanted, in Pass pass)
    {
        var (x, o, length) = (_input, outputGradient.Shape, Weight.Value.Length);
        var slices = Math.Min(GradientSlices, o.N);
        _partial.Resize(new(slices, 1, 1, length));
        _partial.Clear();
        _inputGradient.Resize(x.Shape);
        _inputGradient.Clear();
        var inputWanted = wanted[0];
        var kernel = Describe(x.Shape, o);
        pass.Pool.Run(slices, slice =>
        {
            for (var n = slice * o.N / slices; n < (slice + 1) * o.N / slices; n++)
            {
                var image = (long)n * x.Shape.ImageLength;
                for (var oy = 0; oy < o.H; oy++)
                {
                    kernel.Backward(
                        x.Data + image, Weight.Value.Data, outputGradient.Data + ((((long)n * o.H) + oy) * o.W * o.C),
                        _partial.Data + ((long)slice * length), inputWanted ? _inputGradient.Data + image : null, oy);
                }
            }
        });
        var gradient = Weight.Gradient!.Span;
        gradient.Clear();
        for (var slice = 0; slice < slices; slice++) TensorPrimitives.Add(gradient, _partial.Span.Slice(slice * length, length), gradient);
        return [inputWanted ? _inputGradient : null];
    }

    private DepthwiseKernel Describe(Shape s, Shape o) => new(Kernel, Stride, Padding, s.H, s.W, o.W, Channels);
}
