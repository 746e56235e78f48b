using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Kernels;
using MoodDeck.Training.Layers;
using MoodDeck.Training.Runs;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Mtcnn;

/// <summary>Learns one network of the cascade from windows, each mirrored and lit anew every time it is shown.</summary>
internal sealed class MtcnnTask : ITrainingTask
{
    private const float ContrastShare = 0.5f;
    private const float Brightness = 40;
    private const float GammaShare = 0.6f;

    private readonly MtcnnSample[] _samples;
    private readonly MtcnnSample[] _aside;
    private readonly int _side;
    private readonly int _batchSize;
    private readonly ulong _seed;
    private readonly Tensor _input = new();
    private readonly Tensor _gradient = new();
    private readonly MtcnnSample[] _shown;
    private readonly bool[] _mirrored;
    private int[] _order = [];
    private int _orderEpoch = -1;

    /// <summary>A task over windows to learn from and windows to choose by.</summary>
    public MtcnnTask(Network network, MtcnnSample[] samples, MtcnnSample[] aside, TrainingOptions options)
    {
        (Network, _samples, _aside, _side, _seed) = (network, samples, aside, network.InputShape.H, options.Seed);
        _batchSize = Math.Min(options.BatchSize, samples.Length);
        (_shown, _mirrored) = (new MtcnnSample[_batchSize], new bool[_batchSize]);
        Fingerprint = FormattableString.Invariant($"{samples.Length} windows of {_side} px, {aside.Length} aside");
    }

    /// <inheritdoc/>
    public Network Network { get; }

    /// <inheritdoc/>
    public string Fingerprint { get; }

    /// <inheritdoc/>
    public int StepsPerEpoch => _samples.Length / _batchSize;

    /// <inheritdoc/>
    public Tensor Batch(int epoch, int step, WorkerPool pool)
    {
        if (_orderEpoch != epoch)
        {
            _order = [.. Enumerable.Range(0, _samples.Length)];
            FastRandom.For(_seed, epoch, -1).Shuffle<int>(_order);
            _orderEpoch = epoch;
        }

        _input.Resize(new Shape(_batchSize, _side, _side, 1));
        pool.Run(_batchSize, i =>
        {
            var index = _order[(step * _batchSize) + i];
            var random = FastRandom.For(_seed, epoch, index);
            (_shown[i], _mirrored[i]) = (_samples[index], random.Chance(0.5f));
            var plane = _input.Span.Slice(i * _side * _side, _side * _side);
            Show(_shown[i].Pixels, _mirrored[i], plane);
            new GreyCurve(random.LogBetween(1 / (1 + GammaShare), 1 + GammaShare), random.LogBetween(1 / (1 + ContrastShare), 1 + ContrastShare), random.Around(Brightness)).Apply(plane);
            Normalise(plane);
        });
        return _input;
    }

    /// <inheritdoc/>
    public (double Loss, IReadOnlyList<Tensor?> Gradients) Loss(IReadOnlyList<Tensor> outputs) => (MtcnnLoss.Run(outputs[0], _shown, _mirrored, _gradient), [_gradient]);

    /// <inheritdoc/>
    public Validation? Validate(WorkerPool pool)
    {
        if (_aside.Length == 0) return null;
        var scores = Scores(pool);
        var faces = Mean(MtcnnKind.Face, logit => logit > 0);
        var background = Mean(MtcnnKind.Background, logit => logit <= 0);
        return new((faces + background) / 2, new Dictionary<string, double> { ["facesRight"] = faces, ["backgroundRight"] = background });

        double Mean(MtcnnKind kind, Func<float, bool> isRight)
        {
            var of = Enumerable.Range(0, _aside.Length).Where(i => _aside[i].Kind == kind).ToArray();
            return of.Length == 0 ? 1 : of.Count(i => isRight(scores[i])) / (double)of.Length;
        }
    }

    /// <summary>The score above which a share of the faces kept aside lies; 0.5 when there are none.</summary>
    public double ThresholdFor(double share, WorkerPool pool)
    {
        var scores = Scores(pool);
        double[] faces = [.. Enumerable.Range(0, _aside.Length).Where(i => _aside[i].Kind == MtcnnKind.Face).Select(i => 1 / (1 + Math.Exp(-scores[i]))).Order()];
        return faces.Length == 0 ? 0.5 : faces[(int)((1 - share) * faces.Length)];
    }

    private float[] Scores(WorkerPool pool)
    {
        var scores = new float[_aside.Length];
        var input = new Tensor();
        for (var first = 0; first < _aside.Length; first += _batchSize)
        {
            var count = Math.Min(_batchSize, _aside.Length - first);
            input.Resize(new Shape(count, _side, _side, 1));
            for (var i = 0; i < count; i++)
            {
                var plane = input.Span.Slice(i * _side * _side, _side * _side);
                Show(_aside[first + i].Pixels, isMirrored: false, plane);
                Normalise(plane);
            }

            var outputs = Network.Forward(input, new Pass(pool, IsTraining: false))[0];
            for (var i = 0; i < count; i++) scores[first + i] = outputs.Span[i * MtcnnNetworks.OutputChannels];
        }

        return scores;
    }

    private void Show(ReadOnlySpan<byte> pixels, bool isMirrored, Span<float> plane)
    {
        for (var i = 0; i < pixels.Length; i++)
        {
            var (y, x) = (i / _side, i % _side);
            plane[(y * _side) + (isMirrored ? _side - 1 - x : x)] = pixels[i];
        }
    }

    private static void Normalise(Span<float> plane)
    {
        foreach (ref var p in plane) p = (p - PixelNormalisation.Faces.Mean) / PixelNormalisation.Faces.Deviation;
    }
}
