using MoodDeck.Training.Kernels;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Layers;

/// <summary>
/// Batch normalisation over all pixels of a channel (Ioffe and Szegedy 2015), optionally followed by ReLU in the same
/// sweep over memory. Running statistics are exponential averages. A frozen norm uses them in training too, and leaves them
/// as they are.
/// </summary>
public sealed unsafe class BatchNorm2d : Layer
{
    private const int Chunks = 16; // fixed, so that sums do not depend on the number of threads

    private readonly Parameter[] _parameters;
    private readonly Tensor _output = new();
    private readonly Tensor _inputGradient = new();
    private readonly double[] _sums;
    private readonly float[] _mean;
    private readonly float[] _inverseStd;
    private readonly float[] _factors;
    private readonly float[] _scaleShift;
    private Tensor _input = new();
    private bool _usedBatch;

    /// <summary>Normalises <paramref name="channels"/> channels.</summary>
    public BatchNorm2d(int channels, bool relu = false, float momentum = 0.1f, float epsilon = 1e-5f)
    {
        (Channels, Relu, Momentum, Epsilon) = (channels, relu, momentum, epsilon);
        var shape = new Shape(1, 1, 1, channels);
        Scale = new Parameter("scale", shape);
        Shift = new Parameter("shift", shape);
        RunningMean = new Parameter("running_mean", shape, isTrainable: false);
        RunningVariance = new Parameter("running_variance", shape, isTrainable: false);
        Scale.Value.Span.Fill(1);
        RunningVariance.Value.Span.Fill(1);
        _parameters = [Scale, Shift, RunningMean, RunningVariance];
        (_mean, _inverseStd, _factors, _scaleShift) = (new float[channels], new float[channels], new float[3 * channels], new float[2 * channels]);
        _sums = new double[Chunks * 2 * channels];
    }

    /// <summary>Channels.</summary>
    public int Channels { get; }

    /// <summary>Whether ReLU follows.</summary>
    public bool Relu { get; }

    /// <summary>Share of the newest batch in the running statistics.</summary>
    public float Momentum { get; }

    /// <summary>Added to the variance.</summary>
    public float Epsilon { get; }

    /// <summary>Learned scale.</summary>
    public Parameter Scale { get; }

    /// <summary>Learned shift.</summary>
    public Parameter Shift { get; }

    /// <summary>Running mean.</summary>
    public Parameter RunningMean { get; }

    /// <summary>Running variance, unbiased.</summary>
    public Parameter RunningVariance { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters => _parameters;

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs)
    {
        var s = Only(inputs);
        return s.C == Channels ? s : throw new ArgumentException($"Batch norm of {Channels} channels got {s}.", nameof(inputs));
    }

    /// <inheritdoc/>
    public override Tensor Forward(IReadOnlyList<Tensor> inputs, in Pass pass)
    {
        var x = _input = inputs[0];
        int pixels = OutputShape([x.Shape]).Pixels, channels = Channels;
        _usedBatch = pass.IsTraining && !IsFrozen;
        if (_usedBatch) MeasureBatch(x, pixels, pass.Pool);
        else TakeRunning();
        _output.Resize(x.Shape);
        var scale = _scaleShift;
        for (var c = 0; c < channels; c++)
        {
            scale[c] = Scale.Value.Data[c] * _inverseStd[c];
            scale[channels + c] = Shift.Value.Data[c] - (_mean[c] * scale[c]);
        }

        var relu = Relu;
        pass.Pool.Run(Chunks, chunk =>
        {
            var (first, count) = Part(chunk, pixels);
            fixed (float* f = _scaleShift) ChannelKernels.ScaleShift(x.Data + first, _output.Data + first, f, f + channels, count, channels, relu);
        });
        return _output;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor?> Backward(Tensor outputGradient, IReadOnlyList<bool> wanted, in Pass pass)
    {
        int pixels = _input.Shape.Pixels, channels = Channels;
        var relu = Relu;
        _inputGradient.Resize(_input.Shape);
        pass.Pool.Run(Chunks, chunk =>
        {
            var (first, count) = Part(chunk, pixels);
            fixed (double* sums = _sums)
            fixed (float* mean = _mean, inverse = _inverseStd, forward = _scaleShift)
            {
                ChannelKernels.GradientSums(
                    outputGradient.Data + first, relu ? forward : null, _input.Data + first, mean, inverse,
                    sums + (chunk * 2 * channels), count, channels);
            }
        });
        for (var c = 0; c < channels; c++)
        {
            double sum = 0, product = 0;
            for (var chunk = 0; chunk < Chunks; chunk++)
            {
                sum += _sums[(chunk * 2 * channels) + c];
                product += _sums[(chunk * 2 * channels) + channels + c];
            }

            Shift.Gradient!.Data[c] = (float)sum;
            Scale.Gradient!.Data[c] = (float)product;
            // dx = k (g - mean(g) - xhat mean(g xhat)), written as k g + a x + b; where the statistics were given, k g alone.
            var k = Scale.Value.Data[c] * _inverseStd[c];
            if (!_usedBatch)
            {
                (_factors[c], _factors[channels + c], _factors[(2 * channels) + c]) = (k, 0, 0);
                continue;
            }

            var a = -k * _inverseStd[c] * (float)(product / pixels);
            _factors[c] = k;
            _factors[channels + c] = a;
            _factors[(2 * channels) + c] = (float)(-k * sum / pixels) - (a * _mean[c]);
        }

        pass.Pool.Run(Chunks, chunk =>
        {
            var (first, count) = Part(chunk, pixels);
            fixed (float* f = _factors, forward = _scaleShift)
            {
                ChannelKernels.Combine(
                    outputGradient.Data + first, relu ? forward : null, _input.Data + first, _inputGradient.Data + first, f, count, channels);
            }
        });
        return [_inputGradient];
    }

    private void MeasureBatch(Tensor x, int pixels, WorkerPool pool)
    {
        var channels = Channels;
        pool.Run(Chunks, chunk =>
        {
            var (first, count) = Part(chunk, pixels);
            fixed (double* sums = _sums) ChannelKernels.Moments(x.Data + first, sums + (chunk * 2 * channels), count, channels);
        });
        for (var c = 0; c < channels; c++)
        {
            double sum = 0, squares = 0;
            for (var chunk = 0; chunk < Chunks; chunk++)
            {
                sum += _sums[(chunk * 2 * channels) + c];
                squares += _sums[(chunk * 2 * channels) + channels + c];
            }

            var mean = sum / pixels;
            var variance = Math.Max(0, (squares / pixels) - (mean * mean));
            _mean[c] = (float)mean;
            _inverseStd[c] = (float)(1 / Math.Sqrt(variance + Epsilon));
            RunningMean.Value.Data[c] += Momentum * ((float)mean - RunningMean.Value.Data[c]);
            var unbiased = (float)(variance * pixels / Math.Max(1, pixels - 1));
            RunningVariance.Value.Data[c] += Momentum * (unbiased - RunningVariance.Value.Data[c]);
        }
    }

    private void TakeRunning()
    {
        for (var c = 0; c < Channels; c++)
        {
            _mean[c] = RunningMean.Value.Data[c];
            _inverseStd[c] = 1 / MathF.Sqrt(RunningVariance.Value.Data[c] + Epsilon);
        }
    }

    private (long First, int Pixels) Part(int chunk, int pixels)
    {
        var first = (long)chunk * pixels / Chunks;
        var last = (chunk + 1L) * pixels / Chunks;
        return (first * Channels, (int)(last - first));
    }
}
