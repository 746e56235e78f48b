using System.Numerics.Tensors;
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
        _output.Clear();
        pass.Pool.Run(o.N, n => ForEachTap(n, x.Shape, o, (from, to, tap) =>
        {
            var y = new Span<float>(_output.Data + to, Channels);
            TensorPrimitives.MultiplyAdd(new ReadOnlySpan<float>(x.Data + from, Channels), Tap(Weight.Value, tap), y, y);
        }));
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
        pass.Pool.Run(slices, slice =>
        {
            for (var n = slice * o.N / slices; n < (slice + 1) * o.N / slices; n++)
            {
                ForEachTap(n, x.Shape, o, (from, to, tap) =>
                {
                    var g = new ReadOnlySpan<float>(outputGradient.Data + to, Channels);
                    var w = new Span<float>(_partial.Data + ((long)slice * length) + ((long)tap * Channels), Channels);
                    TensorPrimitives.MultiplyAdd(g, new ReadOnlySpan<float>(x.Data + from, Channels), w, w);
                    if (!inputWanted) return;
                    var d = new Span<float>(_inputGradient.Data + from, Channels);
                    TensorPrimitives.MultiplyAdd(g, Tap(Weight.Value, tap), d, d);
                });
            }
        });
        var gradient = Weight.Gradient!.Span;
        gradient.Clear();
        for (var slice = 0; slice < slices; slice++) TensorPrimitives.Add(gradient, _partial.Span.Slice(slice * length, length), gradient);
        return [inputWanted ? _inputGradient : null];
    }

    private delegate void TapAction(long from, long to, int tap);

    private ReadOnlySpan<float> Tap(Tensor weights, int tap) => weights.Span.Slice(tap * Channels, Channels);

    private void ForEachTap(int n, Shape s, Shape o, TapAction action)
    {
        for (var oy = 0; oy < o.H; oy++)
        {
            for (var ox = 0; ox < o.W; ox++)
            {
                var to = ((((long)n * o.H) + oy) * o.W + ox) * Channels;
                for (var tap = 0; tap < Kernel * Kernel; tap++)
                {
                    int y = (oy * Stride) + (tap / Kernel) - Padding, x = (ox * Stride) + (tap % Kernel) - Padding;
                    if ((uint)y < (uint)s.H && (uint)x < (uint)s.W) action(((((long)n * s.H) + y) * s.W + x) * Channels, to, tap);
                }
            }
        }
    }
}
