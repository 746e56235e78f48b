using System.Diagnostics;
using System.Runtime.Intrinsics;
using MoodDeck.Training.Architectures;
using MoodDeck.Training.Kernels;
using MoodDeck.Training.Layers;
using MoodDeck.Training.Losses;
using MoodDeck.Training.Optimisers;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Cli.Bench;

/// <summary>Trains <see cref="ReferenceNet"/> on noise and tells how fast: forward, cross-entropy, backward, Nesterov SGD.</summary>
internal sealed class TrainingBenchmark : IDisposable
{
    private const double Megabyte = 1 << 20;
    private const int LeastWarmUpSteps = 3;

    // The runtime first compiles the kernels quickly and then, seeing them used, well.
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(2);

    private readonly WorkerPool _pool;
    private readonly Network _network = ReferenceNet.Create();
    private readonly Optimiser _optimiser;
    private readonly Tensor _images;
    private readonly Tensor _gradient = new();
    private readonly float[] _targets;
    private readonly float[] _weights;
    private ulong _step;

    /// <summary>A benchmark of a batch size and a number of threads, 0 for every core.</summary>
    public TrainingBenchmark(int batch, int threads)
    {
        _pool = new(threads);
        _optimiser = new Sgd(_network);
        _images = new Tensor(_network.InputShape with { N = batch });
        Initialise.Normal(_images.Span, 1, seed: 1);
        (_targets, _weights) = (new float[batch * ReferenceNet.Classes], new float[batch]);
        for (var i = 0; i < batch; i++) (_targets[(i * ReferenceNet.Classes) + (i % ReferenceNet.Classes)], _weights[i]) = (1, 1);
    }

    /// <summary>Warms up, which is not measured, then trains for about <paramref name="duration"/> and at least one step.</summary>
    public TrainingSpeed Run(TimeSpan duration)
    {
        var warmUp = duration < s_warmUp ? duration : s_warmUp;
        var warm = Stopwatch.StartNew();
        for (var i = 0; i < LeastWarmUpSteps || warm.Elapsed < warmUp; i++) Step();

        using var process = Process.GetCurrentProcess();
        var memory = process.WorkingSet64;
        var (allocated, cpu) = (GC.GetTotalAllocatedBytes(), process.TotalProcessorTime);
        var (steps, forward, watch) = (0, TimeSpan.Zero, Stopwatch.StartNew());
        while (steps == 0 || watch.Elapsed < duration)
        {
            forward += Step();
            steps++;
        }

        var wall = watch.Elapsed;
        process.Refresh();
        cpu = process.TotalProcessorTime - cpu;
        double images = (double)steps * _images.Shape.N, rate = images / wall.TotalSeconds;
        return new()
        {
            MacsPerImage = _network.Macs,
            Batch = _images.Shape.N,
            Threads = _pool.Threads,
            ImagesPerSecond = rate,
            ImagesPerCpuSecond = images / Math.Max(cpu.TotalSeconds, 1e-3),
            Gflops = 6 * _network.Macs * rate / 1e9,
            Steps = steps,
            ForwardMs = forward.TotalMilliseconds / steps,
            BackwardMs = (wall - forward).TotalMilliseconds / steps,
            PeakMegabytes = process.PeakWorkingSet64 / Megabyte,
            MegabytesAtStart = memory / Megabyte,
            MegabytesAtEnd = process.WorkingSet64 / Megabyte,
            AllocatedBytesPerStep = (double)(GC.GetTotalAllocatedBytes() - allocated) / steps,
            VectorBits = Vector512.IsHardwareAccelerated ? 512 : 256,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _pool.Dispose();

    // Returns how long the forward half took.
    private TimeSpan Step()
    {
        var start = Stopwatch.GetTimestamp();
        var pass = new Pass(_pool, IsTraining: true, Seed: _step++);
        SoftmaxCrossEntropy.Run(_network.Forward(_images, pass)[0], _targets, _weights, _gradient);
        var forward = Stopwatch.GetElapsedTime(start);
        _network.Backward([_gradient], pass);
        _optimiser.Step(learningRate: 0.01);
        return forward;
    }
}
