using System.Numerics.Tensors;
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

/// <summary><c>max(0, x)</c>.</summary>
public sealed class Relu : ElementWise
{
    /// <inheritdoc/>
    public override Tensor Forward(IReadOnlyList<Tensor> inputs, in Pass pass)
    {
        TensorPrimitives.Max(inputs[0].Span, 0f, Output.Resize(inputs[0].Shape).Span);
        return Output;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor?> Backward(Tensor outputGradient, IReadOnlyList<bool> wanted, in Pass pass)
    {
        Span<float> d = InputGradient.Resize(outputGradient.Shape).Span, y = Output.Span, g = outputGradient.Span;
        for (var i = 0; i < d.Length; i++) d[i] = y[i] > 0 ? g[i] : 0;
        return [InputGradient];
    }
}

/// <summary><c>x sigmoid(x)</c> (Elfwing et al. 2018).</summary>
public sealed class Silu : ElementWise
{
    private readonly Tensor _sigmoid = new();
    private Tensor _input = new();

    /// <inheritdoc/>
    public override Tensor Forward(IReadOnlyList<Tensor> inputs, in Pass pass)
    {
        _input = inputs[0];
        TensorPrimitives.Sigmoid(_input.Span, _sigmoid.Resize(_input.Shape).Span);
        TensorPrimitives.Multiply<float>(_input.Span, _sigmoid.Span, Output.Resize(_input.Shape).Span);
        return Output;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor?> Backward(Tensor outputGradient, IReadOnlyList<bool> wanted, in Pass pass)
    {
        Span<float> d = InputGradient.Resize(outputGradient.Shape).Span, s = _sigmoid.Span, x = _input.Span, g = outputGradient.Span;
        for (var i = 0; i < d.Length; i++) d[i] = g[i] * s[i] * (1 + (x[i] * (1 - s[i])));
        return [InputGradient];
    }
}

/// <summary>Sets a share of the numbers to zero while training and scales the rest up (Srivastava et al. 2014).</summary>
/// <param name="rate">Share set to zero, 0 to below 1.</param>
/// <param name="seed">Distinguishes the dropouts of one network.</param>
public sealed class Dropout(float rate, ulong seed = 1) : ElementWise
{
    private readonly Tensor _mask = new();

    /// <inheritdoc/>
    public override Tensor Forward(IReadOnlyList<Tensor> inputs, in Pass pass)
    {
        var x = inputs[0];
        if (!pass.IsTraining || rate == 0) return x;
        var random = new SplitMix64(pass.Seed ^ (seed * 0x9E3779B97F4A7C15));
        var mask = _mask.Resize(x.Shape).Span;
        foreach (ref var m in mask) m = random.NextDouble() < rate ? 0 : 1 / (1 - rate);
        TensorPrimitives.Multiply<float>(x.Span, mask, Output.Resize(x.Shape).Span);
        return Output;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor?> Backward(Tensor outputGradient, IReadOnlyList<bool> wanted, in Pass pass)
    {
        if (!pass.IsTraining || rate == 0) return [outputGradient];
        TensorPrimitives.Multiply<float>(outputGradient.Span, _mask.Span, InputGradient.Resize(outputGradient.Shape).Span);
        return [InputGradient];
    }
}
