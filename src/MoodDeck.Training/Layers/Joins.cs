using System.Numerics.Tensors;
using MoodDeck.Training.Kernels;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Layers;

/// <summary>The sum of two branches, optionally followed by ReLU: the end of a residual block (He et al. 2016).</summary>
public sealed class Add(bool relu = false) : Layer
{
    private readonly Tensor _output = new();
    private readonly Tensor _gradient = new();

    /// <summary>Whether ReLU follows.</summary>
    public bool Relu { get; } = relu;

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => inputs.Count == 2 && inputs[0] == inputs[1]
        ? inputs[0]
        : throw new ArgumentException("A sum takes two inputs of the same shape, got " + string.Join(" and ", inputs) + ".", nameof(inputs));

    /// <inheritdoc/>
    public override Tensor Forward(IReadOnlyList<Tensor> inputs, in Pass pass)
    {
        var (a, b) = (inputs[0], inputs[1]);
        _output.Resize(a.Shape);
        var relu = Relu;
        pass.Pool.Run(a.Shape.N, n =>
        {
            var (first, length) = (n * a.Shape.ImageLength, a.Shape.ImageLength);
            var y = _output.Span.Slice(first, length);
            TensorPrimitives.Add<float>(a.Span.Slice(first, length), b.Span.Slice(first, length), y);
            if (relu) TensorPrimitives.Max(y, 0f, y);
        });
        return _output;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor?> Backward(Tensor outputGradient, IReadOnlyList<bool> wanted, in Pass pass)
    {
        if (!Relu) return [outputGradient, outputGradient];
        _gradient.Resize(outputGradient.Shape);
        var shape = outputGradient.Shape;
        pass.Pool.Run(shape.N, n =>
        {
            var (first, length) = (n * shape.ImageLength, shape.ImageLength);
            ChannelKernels.KeepWherePositive(_output.Span.Slice(first, length), outputGradient.Span.Slice(first, length), _gradient.Span.Slice(first, length));
        });
        return [_gradient, _gradient];
    }
}

/// <summary>Branches of the same height and width, channels one after the other.</summary>
public sealed class Concat : Layer
{
    private readonly Tensor _output = new();
    private readonly List<Tensor> _gradients = [];
    private Shape[] _shapes = [];

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs)
    {
        var first = inputs[0];
        if (inputs.Any(s => (s.N, s.H, s.W) != (first.N, first.H, first.W)))
            throw new ArgumentException("Branches to concatenate differ in size: " + string.Join(", ", inputs) + ".", nameof(inputs));
        return first with { C = inputs.Sum(s => s.C) };
    }

    /// <inheritdoc/>
    public override Tensor Forward(IReadOnlyList<Tensor> inputs, in Pass pass)
    {
        _shapes = [.. inputs.Select(t => t.Shape)];
        _output.Resize(OutputShape(_shapes));
        var start = 0;
        foreach (var input in inputs)
        {
            for (var p = 0; p < input.Shape.Pixels; p++)
                input.Span.Slice(p * input.Shape.C, input.Shape.C).CopyTo(_output.Span[((p * _output.Shape.C) + start)..]);
            start += input.Shape.C;
        }

        return _output;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor?> Backward(Tensor outputGradient, IReadOnlyList<bool> wanted, in Pass pass)
    {
        while (_gradients.Count < _shapes.Length) _gradients.Add(new Tensor());
        var start = 0;
        for (var i = 0; i < _shapes.Length; i++)
        {
            var c = _shapes[i].C;
            var d = _gradients[i].Resize(_shapes[i]).Span;
            for (var p = 0; p < _shapes[i].Pixels; p++)
                outputGradient.Span.Slice((p * outputGradient.Shape.C) + start, c).CopyTo(d[(p * c)..]);
            start += c;
        }

        return _gradients;
    }
}

/// <summary>Every pixel repeated <c>2 x 2</c>.</summary>
public sealed class Upsample2x : Layer
{
    private readonly Tensor _output = new();
    private readonly Tensor _gradient = new();

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs)
    {
        var s = Only(inputs);
        return s with { H = 2 * s.H, W = 2 * s.W };
    }

    /// <inheritdoc/>
    public override Tensor Forward(IReadOnlyList<Tensor> inputs, in Pass pass)
    {
        var x = inputs[0];
        var o = OutputShape([x.Shape]);
        _output.Resize(o);
        pass.Pool.Run(o.N * o.H, row =>
        {
            var source = ((row / o.H * x.Shape.H) + (row % o.H / 2)) * x.Shape.W;
            for (var i = 0; i < o.W; i++)
                x.Span.Slice((source + (i / 2)) * o.C, o.C).CopyTo(_output.Span[(((row * o.W) + i) * o.C)..]);
        });
        return _output;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor?> Backward(Tensor outputGradient, IReadOnlyList<bool> wanted, in Pass pass)
    {
        var o = outputGradient.Shape;
        _gradient.Resize(o with { H = o.H / 2, W = o.W / 2 });
        _gradient.Clear();
        for (var row = 0; row < o.N * o.H; row++)
        {
            var target = ((row / o.H * (o.H / 2)) + (row % o.H / 2)) * (o.W / 2);
            for (var i = 0; i < o.W; i++)
            {
                var d = _gradient.Span.Slice((target + (i / 2)) * o.C, o.C);
                TensorPrimitives.Add<float>(d, outputGradient.Span.Slice(((row * o.W) + i) * o.C, o.C), d);
            }
        }

        return [_gradient];
    }
}
