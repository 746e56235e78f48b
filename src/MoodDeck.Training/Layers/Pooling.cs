using System.Numerics.Tensors;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Layers;

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
