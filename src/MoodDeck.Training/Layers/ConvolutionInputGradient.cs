using MoodDeck.Training.Kernels;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Layers;

/// <summary>
/// The gradient of a convolution's input. Input pixels whose coordinates agree modulo the stride meet the same taps of
/// the kernel, so each such phase is an ordinary convolution of the output gradient with a part of the turned kernel, and
/// no multiplication with inserted zeros is done.
/// </summary>
internal sealed unsafe class ConvolutionInputGradient
{
    private readonly Tensor _padded = new();
    private readonly Tensor _matrix = new();
    private readonly Tensor _packed = new();

    /// <summary>The gradient.</summary>
    public Tensor Result { get; } = new();

    public Tensor Run(Conv2d layer, Tensor gradient, Shape input, WorkerPool pool)
    {
        Result.Resize(input);
        var g = gradient.Shape;
        int s = layer.Stride, before = 0, after = 0;
        for (var phase = 0; phase < s; phase++)
        {
            foreach (var (inSide, outSide) in ((int, int)[])[(input.H, g.H), (input.W, g.W)])
            {
                var axis = Axis(layer, phase, inSide);
                if (axis.Count == 0 || axis.Taps == 0) continue;
                before = Math.Max(before, -axis.Start);
                after = Math.Max(after, axis.Start + axis.Count - 1 + axis.Taps - outSide);
            }
        }

        var source = before + after == 0 ? gradient : PaddedCopy.Make(gradient, before, after, before, after, _padded, pool);
        for (var py = 0; py < s; py++)
        {
            for (var px = 0; px < s; px++) RunPhase(layer, source, before, input, Axis(layer, py, input.H), Axis(layer, px, input.W), pool);
        }

        return Result;
    }

    private void RunPhase(Conv2d layer, Tensor source, int pad, Shape input, in PhaseAxis y, in PhaseAxis x, WorkerPool pool)
    {
        if (y.Count == 0 || x.Count == 0) return;
        int s = layer.Stride, depth = y.Taps * x.Taps * layer.Outputs;
        var task = new ConvolutionTask
        {
            Input = source.Data + ((((long)(y.Start + pad) * source.Shape.W) + x.Start + pad) * source.Shape.C),
            InH = source.Shape.H,
            InW = source.Shape.W,
            InC = source.Shape.C,
            Stride = 1,
            Rows = y.Taps,
            RunLength = x.Taps * layer.Outputs,
            Output = Result.Data + ((((long)y.Phase * input.W) + x.Phase) * input.C),
            OutH = y.Count,
            OutW = x.Count,
            OutC = input.C,
            OutColumn = (long)s * input.C,
            OutRow = (long)s * input.W * input.C,
            OutImage = (long)input.H * input.W * input.C,
        };
        if (depth == 0)
        {
            // No tap of the kernel reaches these pixels (a 1 x 1 kernel with a stride): their gradient is zero.
            (task.Rows, task.RunLength) = (0, 0);
            task.Input = source.Data;
        }

        PackTurned(layer, y, x, depth);
        task.Weights = _packed.Data;
        ConvolutionKernel.RunBatch(task, input.N, pool);
    }

    // The taps of the phase in reverse order, input and output channels exchanged: [taps y, taps x, Out] rows, In columns.
    private void PackTurned(Conv2d layer, in PhaseAxis y, in PhaseAxis x, int depth)
    {
        int ins = layer.Inputs, outs = layer.Outputs;
        _matrix.Resize(new(1, 1, Math.Max(depth, 1), ins));
        _packed.Resize(new(1, 1, 1, ConvolutionKernel.PackedLength(Math.Max(depth, 1), ins)));
        var m = _matrix.Data;
        for (var ty = 0; ty < y.Taps; ty++)
        {
            for (var tx = 0; tx < x.Taps; tx++)
            {
                var ky = y.FirstTap + ((y.Taps - 1 - ty) * layer.Stride);
                var kx = x.FirstTap + ((x.Taps - 1 - tx) * layer.Stride);
                var w = layer.Weight.Value.Data + (((ky * layer.Kernel) + kx) * (long)ins * outs);
                for (var o = 0; o < outs; o++, m += ins)
                {
                    for (var i = 0; i < ins; i++) m[i] = w[((long)i * outs) + o];
                }
            }
        }

        ConvolutionKernel.Pack(_matrix.Data, depth, ins, _packed.Data);
    }

    // Along one axis: input u = stride q + phase meets taps r = first + stride t at output q + e - t.
    private static PhaseAxis Axis(Conv2d layer, int phase, int inSide)
    {
        int s = layer.Stride, first = (phase + layer.Padding) % s;
        var taps = first < layer.Kernel ? ((layer.Kernel - 1 - first) / s) + 1 : 0;
        var e = (phase + layer.Padding - first) / s;
        var count = phase < inSide ? ((inSide - 1 - phase) / s) + 1 : 0;
        return new(phase, first, taps, e - (taps - 1), count);
    }

    /// <param name="Phase">Coordinate modulo the stride.</param>
    /// <param name="FirstTap">First kernel tap that meets it.</param>
    /// <param name="Taps">How many taps do.</param>
    /// <param name="Start">Output coordinate that the first input pixel of the phase reads first; may be negative.</param>
    /// <param name="Count">Input pixels of the phase.</param>
    private readonly record struct PhaseAxis(int Phase, int FirstTap, int Taps, int Start, int Count);
}
