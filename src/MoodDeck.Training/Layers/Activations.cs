using System.Numerics.Tensors;
using MoodDeck.Training.Kernels;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Layers;

/// <summary>An operation on each element apart.</summary>
public abstract class ElementWise : Layer
{
    /// <summary>The result.</summary>
    private protected Tensor Output { get; } = new();

    /// <summary>The gradient of the input.</summary>
    private protected Tensor InputGradient { get; } = new();

    /// <inheritdoc/>
    public sealed override Shape OutputShape(IReadOnlyList<Shape> inputs) => Only(inputs);
}

/// <summary>An operation on each element apart whose derivative follows from input and output.</summary>
public abstract class Activation : ElementWise
{
    private Tensor _input = new();

    /// <inheritdoc/>
    public sealed override Tensor Forward(IReadOnlyList<Tensor> inputs, in Pass pass)
    {
        var x = _input = inputs[0];
        int length = x.Shape.ImageLength;
        Output.Resize(x.Shape);
        pass.Pool.Run(x.Shape.N, n => Apply(x.Span.Slice(n * length, length), Output.Span.Slice(n * length, length)));
        return Output;
    }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<Tensor?> Backward(Tensor outputGradient, IReadOnlyList<bool> wanted, in Pass pass)
    {
        var length = outputGradient.Shape.ImageLength;
        InputGradient.Resize(outputGradient.Shape);
        pass.Pool.Run(outputGradient.Shape.N, n =>
        {
            var first = n * length;
            Differentiate(
                _input.Span.Slice(first, length), Output.Span.Slice(first, length), outputGradient.Span.Slice(first, length), InputGradient.Span.Slice(first, length));
        });
        return [InputGradient];
    }

    /// <summary>The function, of one image's numbers.</summary>
    private protected abstract void Apply(ReadOnlySpan<float> x, Span<float> y);

    /// <summary><c>d = g f'(x)</c>.</summary>
    private protected abstract void Differentiate(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> g, Span<float> d);
}

/// <summary><c>max(0, x)</c>.</summary>
public sealed class Relu : Activation
{
    private protected override void Apply(ReadOnlySpan<float> x, Span<float> y) => TensorPrimitives.Max(x, 0f, y);

    private protected override void Differentiate(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> g, Span<float> d) =>
        ChannelKernels.KeepWherePositive(y, g, d);
}

/// <summary><c>x</c> where positive, else <c>exp(x) - 1</c> (Clevert et al. 2016, alpha 1).</summary>
public sealed class Elu : Activation
{
    // max(x, exp(min(x, 0)) - 1) is the function without a branch: exp(x) - 1 >= x everywhere, and 0 where x is positive.
    private protected override void Apply(ReadOnlySpan<float> x, Span<float> y)
    {
        TensorPrimitives.Min(x, 0f, y);
        TensorPrimitives.Exp(y, y);
        TensorPrimitives.Subtract(y, 1f, y);
        TensorPrimitives.Max(x, y, y);
    }

    private protected override void Differentiate(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> g, Span<float> d)
    {
        // The derivative is exp(x) = y + 1 where x is negative, else 1.
        TensorPrimitives.Min(y, 0f, d);
        TensorPrimitives.Add(d, 1f, d);
        TensorPrimitives.Multiply(d, g, d);
    }
}

/// <summary><c>tanh(x)</c>, in -1 .. 1.</summary>
public sealed class Tanh : Activation
{
    private protected override void Apply(ReadOnlySpan<float> x, Span<float> y) => TensorPrimitives.Tanh(x, y);

    private protected override void Differentiate(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> g, Span<float> d)
    {
        for (var i = 0; i < d.Length; i++) d[i] = g[i] * (1 - (y[i] * y[i]));
    }
}

/// <summary><c>x sigmoid(x)</c> (Elfwing et al. 2018).</summary>
public sealed class Silu : Activation
{
    private protected override void Apply(ReadOnlySpan<float> x, Span<float> y)
    {
        TensorPrimitives.Sigmoid(x, y);
        TensorPrimitives.Multiply(x, y, y);
    }

    private protected override void Differentiate(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> g, Span<float> d)
    {
        // With s the sigmoid, the derivative s + x s (1 - s) is s (1 + x - y).
        TensorPrimitives.Sigmoid(x, d);
        for (var i = 0; i < d.Length; i++) d[i] *= g[i] * (1 + x[i] - y[i]);
    }
}

/// <summary>Sets a share of the numbers to zero while training and scales the rest up (Srivastava et al. 2014).</summary>
/// <param name="rate">Share set to zero, 0 to below 1.</param>
/// <param name="seed">Distinguishes the dropouts of one network.</param>
public sealed class Dropout(float rate, ulong seed = 1) : ElementWise
{
    private readonly Tensor _mask = new();

    /// <summary>Share set to zero.</summary>
    public float Rate { get; } = rate;

    /// <inheritdoc/>
    public override Tensor Forward(IReadOnlyList<Tensor> inputs, in Pass pass)
    {
        var x = inputs[0];
        if (!pass.IsTraining || Rate == 0) return x;
        var (start, length) = (new SplitMix64(pass.Seed ^ (seed * 0x9E3779B97F4A7C15)).Next(), x.Shape.ImageLength);
        var (limit, kept) = ((long)(Rate * (double)(1L << 32)), BitConverter.SingleToUInt32Bits(1 / (1 - Rate)));
        _mask.Resize(x.Shape);
        Output.Resize(x.Shape);
        pass.Pool.Run(x.Shape.N, n =>
        {
            // Each image draws from a stream of its own, so that the threads do not matter.
            var random = new SplitMix64(start ^ ((ulong)(n + 1) * 0xD1B54A32D192ED03));
            var mask = _mask.Span.Slice(n * length, length);
            foreach (ref var m in mask) m = BitConverter.UInt32BitsToSingle(kept & KeepMask((uint)(random.Next() >> 32), limit));
            TensorPrimitives.Multiply(x.Span.Slice(n * length, length), mask, Output.Span.Slice(n * length, length));
        });
        return Output;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor?> Backward(Tensor outputGradient, IReadOnlyList<bool> wanted, in Pass pass)
    {
        if (!pass.IsTraining || Rate == 0) return [outputGradient];
        TensorPrimitives.Multiply(outputGradient.Span, _mask.Span, InputGradient.Resize(outputGradient.Shape).Span);
        return [InputGradient];
    }

    // All ones where a draw reaches the limit, else zero; a branch would be guessed wrong every other time.
    private static uint KeepMask(uint draw, long limit) => (uint)((limit - 1 - draw) >> 63);
}
