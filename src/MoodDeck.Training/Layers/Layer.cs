using MoodDeck.Training.Kernels;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Layers;

/// <summary>What a pass through a network needs beside its input.</summary>
/// <param name="Pool">The worker threads.</param>
/// <param name="IsTraining">Whether batch statistics are used and activations are kept for the backward pass.</param>
/// <param name="Seed">Changes with every step; the source of what is random in a layer.</param>
public readonly record struct Pass(WorkerPool Pool, bool IsTraining, ulong Seed = 0);

/// <summary>A learned or measured array of a layer.</summary>
/// <param name="name">Short name inside its layer, as <c>weight</c>.</param>
/// <param name="shape">Its shape; weights of convolutions are <c>[kernel rows, kernel columns, in, out]</c>.</param>
/// <param name="isTrainable">False for what is measured, as running statistics.</param>
/// <param name="decays">Whether weight decay applies: to weights, not to biases or to batch norm's scale and shift.</param>
public sealed class Parameter(string name, Shape shape, bool isTrainable = true, bool decays = false)
{
    /// <summary>Short name inside its layer.</summary>
    public string Name { get; } = name;

    /// <summary>The values.</summary>
    public Tensor Value { get; } = new(shape);

    /// <summary>The gradient of the loss after a backward pass; null for what is not trained.</summary>
    public Tensor? Gradient { get; } = isTrainable ? new Tensor(shape) : null;

    /// <summary>Whether weight decay applies.</summary>
    public bool Decays { get; } = decays;

    /// <summary>Whether the value stays as it is: see <see cref="Network.Freeze"/>.</summary>
    public bool IsFrozen { get; internal set; }

    /// <summary>Whether an optimiser changes the value.</summary>
    public bool IsLearning => Gradient is not null && !IsFrozen;
}

/// <summary>
/// One operation of a network. A layer owns its outputs: a tensor returned by <see cref="Forward"/> or
/// <see cref="Backward"/> stays valid until the next call of the same method.
/// </summary>
public abstract class Layer
{
    /// <summary>What the layer learns or measures.</summary>
    public virtual IReadOnlyList<Parameter> Parameters => [];

    /// <summary>Whether the layer keeps its parameters, running statistics included: see <see cref="Network.Freeze"/>.</summary>
    public bool IsFrozen { get; private set; }

    /// <summary>Whether a backward pass through the layer changes anything of its own.</summary>
    internal bool IsLearning => Parameters.Any(p => p.IsLearning);

    internal void Freeze()
    {
        IsFrozen = true;
        foreach (var p in Parameters) p.IsFrozen = true;
    }

    /// <summary>The output shape for input shapes.</summary>
    /// <exception cref="ArgumentException">The inputs do not fit the layer.</exception>
    public abstract Shape OutputShape(IReadOnlyList<Shape> inputs);

    /// <summary>Multiply-accumulates of one image.</summary>
    public virtual long Macs(IReadOnlyList<Shape> inputs) => 0;

    /// <summary>Computes the output.</summary>
    public abstract Tensor Forward(IReadOnlyList<Tensor> inputs, in Pass pass);

    /// <summary>
    /// Given the gradient of the output of the last <see cref="Forward"/>, sets the gradients of the parameters and
    /// returns the gradient of each input: null where <paramref name="wanted"/> is false. An input's gradient may be
    /// <paramref name="outputGradient"/> itself; nothing may write to that.
    /// </summary>
    public abstract IReadOnlyList<Tensor?> Backward(Tensor outputGradient, IReadOnlyList<bool> wanted, in Pass pass);

    private protected static Shape Only(IReadOnlyList<Shape> inputs) =>
        inputs.Count == 1 ? inputs[0] : throw new ArgumentException($"Expected one input, got {inputs.Count}.", nameof(inputs));
}
