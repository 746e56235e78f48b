using MoodDeck.Training.Kernels;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Layers;

/// <summary>
/// A fully connected layer over all of <c>[H, W, C]</c> of an image: <c>[N, H, W, C] -> [N, 1, 1, Out]</c>. It is the convolution
/// whose kernel covers the image, and runs as such.
/// </summary>
public sealed unsafe class Linear : Layer
{
    private readonly Parameter[] _parameters;
    private readonly Tensor _packed = new();
    private readonly Tensor _transposed = new();
    private readonly Tensor _packedTransposed = new();
    private readonly Tensor _output = new();
    private readonly Tensor _inputGradient = new();
    private Tensor _input = new();

    /// <summary>A layer of <paramref name="inputs"/> numbers (H * W * C) to <paramref name="outputs"/>.</summary>
    public Linear(int inputs, int outputs, ulong seed = 1)
    {
        (Inputs, Outputs) = (inputs, outputs);
        Weight = new Parameter("weight", new Shape(1, 1, inputs, outputs), decays: true);
        Bias = new Parameter("bias", new Shape(1, 1, 1, outputs));
        _parameters = [Weight, Bias];
        Initialise.Normal(Weight.Value.Span, Math.Sqrt(1.0 / inputs), seed);
    }

    /// <summary>Numbers in.</summary>
    public int Inputs { get; }

    /// <summary>Numbers out.</summary>
    public int Outputs { get; }

    /// <summary>Weights, <c>[1, 1, in, out]</c>, inputs in the order rows, columns, channels.</summary>
    public Parameter Weight { get; }

    /// <summary>Bias.</summary>
    public Parameter Bias { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters => _parameters;

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs)
    {
        var s = Only(inputs);
        if (s.ImageLength != Inputs) throw new ArgumentException($"A linear layer of {Inputs} inputs got {s}.", nameof(inputs));
        return new(s.N, 1, 1, Outputs);
    }

    /// <inheritdoc/>
    public override long Macs(IReadOnlyList<Shape> inputs) => (long)Inputs * Outputs;

    /// <inheritdoc/>
    public override Tensor Forward(IReadOnlyList<Tensor> inputs, in Pass pass)
    {
        _input = inputs[0];
        var o = OutputShape([_input.Shape]);
        _packed.Resize(new(1, 1, 1, ConvolutionKernel.PackedLength(Inputs, Outputs)));
        ConvolutionKernel.Pack(Weight.Value.Data, Inputs, Outputs, _packed.Data);
        Multiply(_input, Inputs, _packed, Bias.Value.Data, _output.Resize(o), Outputs, pass.Pool);
        return _output;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor?> Backward(Tensor outputGradient, IReadOnlyList<bool> wanted, in Pass pass)
    {
        WeightGradient(outputGradient, pass.Pool);
        ColumnSums.Run(outputGradient, Bias.Gradient!.Span);
        if (!wanted[0]) return [null];
        Transpose(pass.Pool);
        _packedTransposed.Resize(new(1, 1, 1, ConvolutionKernel.PackedLength(Outputs, Inputs)));
        ConvolutionKernel.Pack(_transposed.Data, Outputs, Inputs, _packedTransposed.Data);
        Multiply(outputGradient, Outputs, _packedTransposed, null, _inputGradient.Resize(_input.Shape), Inputs, pass.Pool);
        return [_inputGradient];
    }

    // The batch stands as the pixels of one picture; each job sums a part of the inputs over all of it.
    private void WeightGradient(Tensor outputGradient, WorkerPool pool)
    {
        const int PerJob = 192;
        var n = _input.Shape.N;
        var target = Weight.Gradient!.Data;
        pool.Run((Inputs + PerJob - 1) / PerJob, job =>
        {
            var first = job * PerJob;
            var count = Math.Min(PerJob, Inputs - first);
            var part = target + ((long)first * Outputs);
            new Span<float>(part, count * Outputs).Clear();
            var task = new ConvolutionTask
            {
                Input = _input.Data + first,
                InH = 1,
                InW = n,
                InC = Inputs,
                Stride = 1,
                Rows = 1,
                RunLength = count,
                OutH = 1,
                OutW = n,
                OutC = Outputs,
            };
            WeightGradientKernel.Run(task, outputGradient.Data, part, 0, 1);
        });
    }

    // In squares that fit the first-level cache.
    private void Transpose(WorkerPool pool)
    {
        const int Square = 32;
        _transposed.Resize(new(1, 1, Outputs, Inputs));
        float* from = Weight.Value.Data, to = _transposed.Data;
        pool.Run((Inputs + Square - 1) / Square, job =>
        {
            int first = job * Square, last = Math.Min(first + Square, Inputs);
            for (var column = 0; column < Outputs; column += Square)
            {
                var end = Math.Min(column + Square, Outputs);
                for (var o = column; o < end; o++)
                {
                    for (var i = first; i < last; i++) to[((long)o * Inputs) + i] = from[((long)i * Outputs) + o];
                }
            }
        });
    }

    // [N, inner] x [inner, outer]: the batch stands as the pixels of one picture, a few of them per job.
    private static void Multiply(Tensor a, int inner, Tensor packed, float* bias, Tensor target, int outer, WorkerPool pool)
    {
        const int PerJob = 24;
        var n = a.Shape.N;
        var (input, output, weights) = ((nint)a.Data, (nint)target.Data, (nint)packed.Data);
        var biasAddress = (nint)bias;
        pool.Run((n + PerJob - 1) / PerJob, job =>
        {
            var first = job * PerJob;
            ConvolutionKernel.Run(
                new ConvolutionTask
                {
                    Input = (float*)input + ((long)first * inner),
                    InH = 1,
                    InW = n,
                    InC = inner,
                    Stride = 1,
                    Rows = 1,
                    RunLength = inner,
                    Weights = (float*)weights,
                    Bias = (float*)biasAddress,
                    Output = (float*)output + ((long)first * outer),
                    OutH = 1,
                    OutW = Math.Min(PerJob, n - first),
                    OutC = outer,
                    OutColumn = outer,
                },
                0,
                images: 1);
        });
    }
}
