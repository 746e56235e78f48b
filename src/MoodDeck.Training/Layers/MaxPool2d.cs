using System.Numerics;
using System.Numerics.Tensors;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Layers;

/// <summary>
/// The largest of each <c>size x size</c> window, <c>[N, H, W, C] -> [N, H', W', C]</c> with
/// <c>H' = (H + 2 padding - size) / stride + 1</c>. What lies outside the picture never wins; rows and columns that fill no
/// window are left out.
/// </summary>
public sealed unsafe class MaxPool2d : Layer
{
    private readonly Tensor _output = new();
    private readonly Tensor _inputGradient = new();
    private Tensor _input = new();

    /// <summary>Windows of a side, one step apart of each other: side by side unless a stride is given.</summary>
    /// <param name="size">Side of the window in pixels.</param>
    /// <param name="stride">Step in pixels; null for the side.</param>
    /// <param name="padding">Pixels by which the windows reach beyond each border, at most half the side.</param>
    public MaxPool2d(int size = 2, int? stride = null, int padding = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(padding);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(padding, size / 2);
        (Size, Stride, Padding) = (size, stride ?? size, padding);
        ArgumentOutOfRangeException.ThrowIfLessThan(Stride, 1, nameof(stride));
    }

    /// <summary>Side of the window in pixels.</summary>
    public int Size { get; }

    /// <summary>Step of the window in pixels.</summary>
    public int Stride { get; }

    /// <summary>Pixels by which the windows reach beyond each border.</summary>
    public int Padding { get; }

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs)
    {
        var s = Only(inputs);
        return new(s.N, Side(s.H), Side(s.W), s.C);
    }

    /// <inheritdoc/>
    public override Tensor Forward(IReadOnlyList<Tensor> inputs, in Pass pass)
    {
        var x = _input = inputs[0];
        var o = OutputShape([x.Shape]);
        _output.Resize(o);
        var c = o.C;
        pass.Pool.Run(o.N * o.H, row =>
        {
            var rows = Window(row % o.H, x.Shape.H);
            for (var ox = 0; ox < o.W; ox++)
            {
                var columns = Window(ox, x.Shape.W);
                var target = new Span<float>(_output.Data + ((((long)row * o.W) + ox) * c), c);
                var first = true;
                for (var y = rows.First; y < rows.End; y++)
                {
                    for (var column = columns.First; column < columns.End; column++, first = false)
                    {
                        var source = new ReadOnlySpan<float>(x.Data + At(x.Shape, row / o.H, y, column), c);
                        if (first) source.CopyTo(target);
                        else TensorPrimitives.Max(source, target, target);
                    }
                }
            }
        });
        return _output;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor?> Backward(Tensor outputGradient, IReadOnlyList<bool> wanted, in Pass pass)
    {
        if (!wanted[0]) return [null];
        var (s, o) = (_input.Shape, outputGradient.Shape);
        _inputGradient.Resize(s);
        // Windows may share pixels, so an image is one job.
        pass.Pool.Run(o.N, n =>
        {
            new Span<float>(_inputGradient.Data + ((long)n * s.ImageLength), s.ImageLength).Clear();
            var left = stackalloc float[Vector<float>.Count];
            for (var oy = 0; oy < o.H; oy++)
            {
                for (var ox = 0; ox < o.W; ox++) HandBack(outputGradient, n, oy, ox, left);
            }
        });
        return [_inputGradient];
    }

    // The first pixel of a window that equals its largest takes the gradient.
    private void HandBack(Tensor outputGradient, int n, int oy, int ox, float* left)
    {
        var (s, c) = (_input.Shape, _input.Shape.C);
        var (rows, columns) = (Window(oy, s.H), Window(ox, s.W));
        var at = At(outputGradient.Shape, n, oy, ox);
        for (var ch = 0; ch < c; ch += Vector<float>.Count)
        {
            var count = Math.Min(Vector<float>.Count, c - ch);
            new Span<float>(outputGradient.Data + at + ch, count).CopyTo(new Span<float>(left, count));
            for (var y = rows.First; y < rows.End; y++)
            {
                for (var x = columns.First; x < columns.End; x++)
                {
                    var i = At(s, n, y, x) + ch;
                    if (count == Vector<float>.Count) Claim(_input.Data + i, _output.Data + at + ch, left, _inputGradient.Data + i);
                    else for (var k = 0; k < count; k++) ClaimOne(_input.Data[i + k], _output.Data[at + ch + k], ref left[k], ref _inputGradient.Data[i + k]);
                }
            }
        }
    }

    private static void Claim(float* x, float* largest, float* left, float* gradient)
    {
        var g = Vector.Load(left);
        var equal = Vector.Equals(Vector.Load(x), Vector.Load(largest));
        Vector.Store(Vector.Load(gradient) + Vector.ConditionalSelect(equal, g, Vector<float>.Zero), gradient);
        Vector.Store(Vector.ConditionalSelect(equal, Vector<float>.Zero, g), left);
    }

    private static void ClaimOne(float x, float largest, ref float left, ref float gradient)
    {
        if (x != largest) return;
        gradient += left;
        left = 0;
    }

    private static long At(Shape s, int n, int y, int x) => ((((long)n * s.H) + y) * s.W + x) * s.C;

    private (int First, int End) Window(int position, int side)
    {
        var first = (position * Stride) - Padding;
        return (Math.Max(0, first), Math.Min(side, first + Size));
    }

    private int Side(int side)
    {
        var padded = side + (2 * Padding) - Size;
        return padded >= 0 ? (padded / Stride) + 1 : throw new ArgumentException($"A {Size} x {Size} window does not fit {side} pixels.");
    }
}
