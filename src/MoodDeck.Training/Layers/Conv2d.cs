using MoodDeck.Training.Kernels;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Layers;

/// <summary>
/// A square convolution, cross-correlation as everywhere in the field: <c>[N, H, W, In] -> [N, H', W', Out]</c> with
/// <c>H' = (H + 2 pad - kernel) / stride + 1</c>. Weights are <c>[kernel, kernel, In, Out]</c>.
/// </summary>
public sealed unsafe class Conv2d : Layer
{
    // Slices of the batch that sum their weight gradients apart. A fixed number, so that the order of the sums, and with
    // it the result to the last bit, does not depend on how many threads there are.
    private const int GradientSlices = 4;

    // Output pixels up to which a job sums over the whole batch.
    private const int FewPixels = 36;

    private readonly Parameter[] _parameters;
    private readonly Tensor _padded = new();
    private readonly Tensor _packed = new();
    private readonly Tensor _output = new();
    private readonly ConvolutionInputGradient _inputGradient = new();
    private readonly WinogradConvolution? _winograd;
    private Tensor _input = new();

    /// <summary>A convolution with weights drawn as He et al. (2015) propose for ReLU, fan-out mode off.</summary>
    public Conv2d(int inputs, int outputs, int kernel, int stride = 1, int? padding = null, bool bias = false, ulong seed = 1)
    {
        (Inputs, Outputs, Kernel, Stride, Padding) = (inputs, outputs, kernel, stride, padding ?? kernel / 2);
        Weight = new Parameter("weight", new Shape(kernel, kernel, inputs, outputs), decays: true);
        Bias = bias ? new Parameter("bias", new Shape(1, 1, 1, outputs)) : null;
        _parameters = Bias is null ? [Weight] : [Weight, Bias];
        Initialise.HeNormal(Weight.Value.Span, kernel * kernel * inputs, seed);
        if ((kernel, stride) == (3, 1)) _winograd = new(inputs, outputs, Padding);
    }

    /// <summary>Input channels.</summary>
    public int Inputs { get; }

    /// <summary>Output channels.</summary>
    public int Outputs { get; }

    /// <summary>Side of the kernel in pixels.</summary>
    public int Kernel { get; }

    /// <summary>Step in pixels.</summary>
    public int Stride { get; }

    /// <summary>Zero pixels added on each side.</summary>
    public int Padding { get; }

    /// <summary>The weights.</summary>
    public Parameter Weight { get; }

    /// <summary>The bias, or null.</summary>
    public Parameter? Bias { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters => _parameters;

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs)
    {
        var s = Only(inputs);
        if (s.C != Inputs) throw new ArgumentException($"A convolution of {Inputs} channels got {s}.", nameof(inputs));
        return new(s.N, Side(s.H), Side(s.W), Outputs);
    }

    /// <inheritdoc/>
    public override long Macs(IReadOnlyList<Shape> inputs)
    {
        var o = OutputShape(inputs);
        return (long)o.H * o.W * Outputs * Inputs * Kernel * Kernel;
    }

    /// <inheritdoc/>
    public override Tensor Forward(IReadOnlyList<Tensor> inputs, in Pass pass)
    {
        var x = inputs[0];
        var shape = x.Shape;
        var o = OutputShape([shape]);
        _input = x;
        _output.Resize(o);
        if (_winograd is not null && _winograd.Suits(o))
        {
            _winograd.Forward(x, Weight.Value.Data, Bias is null ? null : Bias.Value.Data, _output, pass.Pool);
            return _output;
        }

        var source = Padding == 0 ? x : PaddedCopy.Make(x, Padding, Padding, Padding, Padding, _padded, pass.Pool);
        var depth = Kernel * Kernel * Inputs;
        _packed.Resize(new(1, 1, 1, ConvolutionKernel.PackedLength(depth, Outputs)));
        ConvolutionKernel.Pack(Weight.Value.Data, depth, Outputs, _packed.Data);
        var task = Describe(source, o);
        task.Weights = _packed.Data;
        task.Bias = Bias is null ? null : Bias.Value.Data;
        task.Output = _output.Data;
        ConvolutionKernel.RunBatch(task, shape.N, pass.Pool);
        return _output;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor?> Backward(Tensor outputGradient, IReadOnlyList<bool> wanted, in Pass pass)
    {
        if (Bias is not null) ColumnSums.Run(outputGradient, Bias.Gradient!.Span);
        if (_winograd is not null && _winograd.Suits(outputGradient.Shape))
        {
            var dX = wanted[0] ? _inputGradient.Result.Resize(_input.Shape) : null;
            _winograd.Backward(_input, outputGradient, Weight.Value.Data, dX, Weight.Gradient!.Data, pass.Pool);
            return [dX];
        }

        var source = Padding == 0 ? _input : _padded;
        var task = Describe(source, outputGradient.Shape);
        if (outputGradient.Shape.H * outputGradient.Shape.W <= FewPixels) GradientByDepth(task, outputGradient, pass.Pool);
        else GradientBySlices(task, outputGradient, pass.Pool);
        return [wanted[0] ? _inputGradient.Run(this, outputGradient, _input.Shape, pass.Pool) : null];
    }

    // Each slice of the batch sums by itself.
    private void GradientBySlices(ConvolutionTask task, Tensor outputGradient, WorkerPool pool)
    {
        var n = outputGradient.Shape.N;
        var slices = Math.Min(GradientSlices, n);
        var length = Weight.Value.Length;
        using var lease = pool.Scratch.Rent(slices * length);
        var partial = lease.Data;
        pool.Run(slices, slice =>
        {
            var target = partial + ((long)slice * length);
            new Span<float>(target, length).Clear();
            var first = slice * n / slices;
            WeightGradientKernel.Run(task, outputGradient.Data, target, first, ((slice + 1) * n / slices) - first);
        });
        var gradient = Weight.Gradient!.Span;
        new ReadOnlySpan<float>(partial, length).CopyTo(gradient);
        for (var slice = 1; slice < slices; slice++)
            System.Numerics.Tensors.TensorPrimitives.Add(gradient, new ReadOnlySpan<float>(partial + ((long)slice * length), length), gradient);
    }

    // Where weights outnumber pixels, partial sums would cost more than they save: each job sums some weights over the whole batch.
    private void GradientByDepth(ConvolutionTask task, Tensor outputGradient, WorkerPool pool)
    {
        const int PerJob = 192;
        var n = outputGradient.Shape.N;
        var target = Weight.Gradient!.Data;
        var jobs = (task.RunLength + PerJob - 1) / PerJob;
        pool.Run(task.Rows * jobs, job =>
        {
            int row = job / jobs, first = job % jobs * PerJob, count = Math.Min(PerJob, task.RunLength - first);
            var part = target + ((((long)row * task.RunLength) + first) * Outputs);
            new Span<float>(part, count * Outputs).Clear();
            var own = task;
            own.Input += ((long)row * task.InW * task.InC) + first;
            (own.Rows, own.RunLength) = (1, count);
            WeightGradientKernel.Run(own, outputGradient.Data, part, 0, n);
        });
    }

    private int Side(int side)
    {
        var padded = side + (2 * Padding) - Kernel;
        return padded >= 0 ? (padded / Stride) + 1 : throw new ArgumentException($"A {Kernel} x {Kernel} kernel does not fit {side} pixels.");
    }

    private ConvolutionTask Describe(Tensor source, Shape o) => new()
    {
        Input = source.Data,
        InH = source.Shape.H,
        InW = source.Shape.W,
        InC = source.Shape.C,
        Stride = Stride,
        Rows = Kernel,
        RunLength = Kernel * Inputs,
        OutH = o.H,
        OutW = o.W,
        OutC = o.C,
        OutColumn = o.C,
        OutRow = (long)o.W * o.C,
        OutImage = (long)o.H * o.W * o.C,
    };
}
