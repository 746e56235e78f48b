using MoodDeck.Training.Kernels;
using MoodDeck.Training.Layers;
using MoodDeck.Training.Losses;
using MoodDeck.Training.Runs;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Tests.Runs;

/// <summary>Tells in which quarter of a 12 x 12 picture a bright blot lies: learnable in seconds, impossible by chance.</summary>
internal sealed class ToyTask : ITrainingTask
{
    private const int Side = 12;
    private const int BatchSize = 16;
    private readonly Tensor _input = new();
    private readonly Tensor _gradient = new();
    private readonly float[] _targets = new float[BatchSize * 4];
    private readonly float[] _weights = new float[BatchSize];
    private int _judged;

    public ToyTask(ulong seed = 1)
    {
        Network = new Network(new Shape(1, Side, Side, 1));
        var x = Network.Add("conv", new Conv2d(1, 8, 3, 2, seed: seed), Network.Input);
        x = Network.Add("norm", new BatchNorm2d(8, relu: true), x);
        x = Network.Add("drop", new Dropout(0.1f), x);
        Network.Output("y", Network.Add("linear", new Linear(6 * 6 * 8, 4, seed + 1), x));
        Array.Fill(_weights, 1);
    }

    public Network Network { get; }

    public string Fingerprint => "toy";

    public int StepsPerEpoch => 20;

    public int StopAtBatch { get; set; } = int.MaxValue;

    public Action? Stop { get; set; }

    /// <summary>Judges in place of the pictures, by the number of judgements before.</summary>
    public Func<int, Validation>? Judge { get; set; }

    public Tensor Batch(int epoch, int step, WorkerPool pool)
    {
        if ((epoch * StepsPerEpoch) + step == StopAtBatch) Stop?.Invoke();
        Draw(((ulong)epoch << 32) + (ulong)step);
        return _input;
    }

    public (double Loss, IReadOnlyList<Tensor?> Gradients) Loss(IReadOnlyList<Tensor> outputs) =>
        (SoftmaxCrossEntropy.Run(outputs[0], _targets, _weights, _gradient), [_gradient]);

    public Validation? Validate(WorkerPool pool)
    {
        if (Judge is not null) return Judge(_judged++);
        var right = 0;
        for (var batch = 0; batch < 10; batch++)
        {
            Draw(0xABCDEF000000 + (ulong)batch);
            var y = Network.Forward(_input, new Pass(pool, IsTraining: false))[0].Span;
            for (var i = 0; i < BatchSize; i++)
            {
                var row = y.Slice(i * 4, 4);
                if (_targets[(i * 4) + System.Numerics.Tensors.TensorPrimitives.IndexOfMax<float>(row)] == 1) right++;
            }
        }

        var accuracy = right / (10.0 * BatchSize);
        return new Validation(accuracy, new Dictionary<string, double> { ["accuracy"] = accuracy });
    }

    private void Draw(ulong seed)
    {
        var random = new SplitMix64(seed);
        _input.Resize(new Shape(BatchSize, Side, Side, 1));
        Initialise.Normal(_input.Span, 0.5, random.Next());
        Array.Clear(_targets);
        for (var i = 0; i < BatchSize; i++)
        {
            var quarter = (int)(random.Next() % 4);
            var (x, y) = (((quarter % 2) * 6) + (int)(random.Next() % 4), ((quarter / 2) * 6) + (int)(random.Next() % 4));
            for (var p = 0; p < 4; p++) _input.Span[(i * Side * Side) + ((y + (p / 2)) * Side) + x + (p % 2)] += 3;
            _targets[(i * 4) + quarter] = 1;
        }
    }
}
