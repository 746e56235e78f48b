using System.Numerics.Tensors;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Layers;

/// <summary>The largest of each <c>size x size</c> window, windows side by side; what does not fill a window is left out.</summary>
public sealed unsafe class MaxPool2d(int size = 2) : Layer
{
    private readonly Tensor _output = new();
    private readonly Tensor _inputGradient = new();
    private Tensor _input = new();

    /// <summary>Side and step of the window in pixels.</summary>
    public int Size { get; } = size;

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs)
    {
        var s = Only(inputs);
        return new(s.N, s.H / Size, s.W / Size, s.C);
    }

    /// <inheritdoc/>
    public override Tensor Forward(IReadOnlyList<Tensor> inputs, in Pass pass)
    {
        var x = _input = inputs[0];
        var o = OutputShape([x.Shape]);
        _output.Resize(o);
        int w = x.Shape.W, c = o.C;
        pass.Pool.Run(o.N * o.H, row =>
        {
            int n = row / o.H, oy = row % o.H;
            var y = _output.Data + ((long)row * o.W * c);
            for (var ox = 0; ox < o.W; ox++, y += c)
            {
                var target = new Span<float>(y, c);
                for (var k = 0; k < Size * Size; k++)
                {
                    var source = new ReadOnlySpan<float>(
                        x.Data + ((((((long)n * x.Shape.H) + (oy * Size) + (k / Size)) * w) + (ox * Size) + (k % Size)) * c), c);
                    if (k == 0) source.CopyTo(target);
                    else TensorPrimitives.Max(source, target, target);
                }
            }
        });
        return _output;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor?> Backward(Tensor outputGradient, IReadOnlyList<bool> wanted, in Pass pass)
    {
        var (x, s, o, c) = (_input, _input.Shape, outputGradient.Shape, outputGradient.Shape.C);
        _inputGradient.Resize(s);
        _inputGradient.Clear();
        pass.Pool.Run(o.N * o.H, row =>
        {
            int n = row / o.H, oy = row % o.H;
            for (var ox = 0; ox < o.W; ox++)
            {
                var at = (((long)row * o.W) + ox) * c;
                var first = (((((long)n * s.H) + (oy * Size)) * s.W) + (ox * Size)) * c;
                for (var ch = 0; ch < c; ch++)
                {
                    // The first of equal values takes the gradient.
                    for (var k = 0; k < Size * Size; k++)
                    {
                        var i = first + ((((long)(k / Size) * s.W) + (k % Size)) * c) + ch;
                        if (x.Data[i] != _output.Data[at + ch]) continue;
                        _inputGradient.Data[i] = outputGradient.Data[at + ch];
                        break;
                    }
                }
            }
        });
        return [_inputGradient];
    }
}

/// <summary>The mean of each <c>size x size</c> window, windows side by side.</summary>
public sealed unsafe class AveragePool2d(int size = 2) : Layer
{
    private readonly Tensor _output = new();
    private readonly Tensor _inputGradient = new();
    private Shape _shape;

    /// <summary>Side and step of the window in pixels.</summary>
    public int Size { get; } = size;

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs)
    {
        var s = Only(inputs);
        return new(s.N, s.H / Size, s.W / Size, s.C);
    }

    /// <inheritdoc/>
    public override Tensor Forward(IReadOnlyList<Tensor> inputs, in Pass pass)
    {
        var x = inputs[0];
        _shape = x.Shape;
        var o = OutputShape([_shape]);
        _output.Resize(o);
        pass.Pool.Run(o.N * o.H, row =>
        {
            for (var ox = 0; ox < o.W; ox++)
            {
                var target = new Span<float>(_output.Data + ((((long)row * o.W) + ox) * o.C), o.C);
                target.Clear();
                for (var k = 0; k < Size * Size; k++) TensorPrimitives.Add(target, new ReadOnlySpan<float>(x.Data + Source(row, ox, k, o), o.C), target);
                TensorPrimitives.Multiply(target, 1f / (Size * Size), target);
            }
        });
        return _output;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor?> Backward(Tensor outputGradient, IReadOnlyList<bool> wanted, in Pass pass)
    {
        var o = outputGradient.Shape;
        _inputGradient.Resize(_shape);
        if (_shape.H % Size != 0 || _shape.W % Size != 0) _inputGradient.Clear();
        pass.Pool.Run(o.N * o.H, row =>
        {
            for (var ox = 0; ox < o.W; ox++)
            {
                var g = new ReadOnlySpan<float>(outputGradient.Data + ((((long)row * o.W) + ox) * o.C), o.C);
                for (var k = 0; k < Size * Size; k++)
                    TensorPrimitives.Multiply(g, 1f / (Size * Size), new Span<float>(_inputGradient.Data + Source(row, ox, k, o), o.C));
            }
        });
        return [_inputGradient];
    }

    private long Source(int row, int ox, int k, Shape o) =>
        (((((long)(row / o.H) * _shape.H) + (row % o.H * Size) + (k / Size)) * _shape.W) + (ox * Size) + (k % Size)) * o.C;
}

/// <summary>The mean over all pixels: <c>[N, H, W, C] -> [N, 1, 1, C]</c>.</summary>
public sealed unsafe class GlobalAveragePool : Layer
{
    private readonly Tensor _output = new();
    private readonly Tensor _inputGradient = new();
    private Shape _shape;

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs)
    {
        var s = Only(inputs);
        return new(s.N, 1, 1, s.C);
    }

    /// <inheritdoc/>
    public override Tensor Forward(IReadOnlyList<Tensor> inputs, in Pass pass)
    {
        var x = inputs[0];
        _shape = x.Shape;
        int pixels = _shape.H * _shape.W, c = _shape.C;
        _output.Resize(new(_shape.N, 1, 1, c));
        for (var n = 0; n < _shape.N; n++)
        {
            var target = new Span<float>(_output.Data + ((long)n * c), c);
            target.Clear();
            for (var p = 0; p < pixels; p++)
                TensorPrimitives.Add(target, new ReadOnlySpan<float>(x.Data + ((((long)n * pixels) + p) * c), c), target);
            TensorPrimitives.Multiply(target, 1f / pixels, target);
        }

        return _output;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor?> Backward(Tensor outputGradient, IReadOnlyList<bool> wanted, in Pass pass)
    {
        int pixels = _shape.H * _shape.W, c = _shape.C;
        _inputGradient.Resize(_shape);
        for (var n = 0; n < _shape.N; n++)
        {
            var g = new ReadOnlySpan<float>(outputGradient.Data + ((long)n * c), c);
            for (var p = 0; p < pixels; p++)
                TensorPrimitives.Multiply(g, 1f / pixels, new Span<float>(_inputGradient.Data + ((((long)n * pixels) + p) * c), c));
        }

        return [_inputGradient];
    }
}
