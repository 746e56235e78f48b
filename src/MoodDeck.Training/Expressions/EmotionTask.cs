using MoodDeck.Core.Mood;
using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Data;
using MoodDeck.Training.Kernels;
using MoodDeck.Training.Layers;
using MoodDeck.Training.Losses;
using MoodDeck.Training.Runs;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Expressions;

/// <summary>
/// Learns expressions from FER2013 pictures with FER+ votes: one trunk, a head on the votes' distribution over eight
/// emotions and a head on FER2013's seven labels.
/// </summary>
public sealed class EmotionTask : ITrainingTask
{
    /// <summary>FER2013's classes.</summary>
    public const int Fer2013Classes = 7;

    private readonly FaceImageSet _set;
    private readonly int[] _rows;
    private readonly int[] _holdout;
    private readonly FaceAugmenter _augmenter;
    private readonly PixelNormalisation _normalisation;
    private readonly int _batchSize;
    private readonly ulong _seed;
    private readonly float _smoothing;
    private readonly Tensor _input = new();
    private readonly float[] _ferPlusTargets;
    private readonly float[] _ferPlusWeights;
    private readonly float[] _fer2013Targets;
    private readonly float[] _fer2013Weights;
    private readonly Tensor _ferPlusGradient = new();
    private readonly Tensor _fer2013Gradient = new();
    private int[] _order = [];
    private int _orderEpoch = -1;

    /// <summary>A task over rows to learn from and rows to choose by.</summary>
    /// <param name="network">Outputs <c>embedding</c>, <c>ferplus</c>, <c>fer2013</c>, in this order.</param>
    /// <param name="set">The pictures.</param>
    /// <param name="rows">Rows to learn from.</param>
    /// <param name="holdout">Rows to choose by; may be empty.</param>
    /// <param name="options">Batch size and seed.</param>
    /// <param name="augmentation">How pictures are changed.</param>
    /// <param name="normalisation">How grey values become inputs.</param>
    /// <param name="smoothing">Label smoothing of the FER2013 head (Szegedy et al. 2016).</param>
    public EmotionTask(
        Network network, FaceImageSet set, int[] rows, int[] holdout, TrainingOptions options, FaceAugmentationOptions augmentation, PixelNormalisation normalisation, float smoothing = 0.05f)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Length == 0) throw new ArgumentException("There are no rows to learn from.", nameof(rows));
        (Network, _set, _rows, _holdout) = (network, set, rows, holdout);
        Fingerprint = FormattableString.Invariant($"{set.Count} pictures, {rows.Length} learnt, {holdout.Length} aside, votes {set.Votes is not null}, smoothing {smoothing}, {augmentation}");
        (_batchSize, _seed, _normalisation, _smoothing) = (Math.Min(options.BatchSize, rows.Length), options.Seed, normalisation, smoothing);
        _augmenter = new FaceAugmenter(augmentation, normalisation, options.Seed);
        (_ferPlusTargets, _ferPlusWeights) = (new float[_batchSize * Emotions.Count], new float[_batchSize]);
        (_fer2013Targets, _fer2013Weights) = (new float[_batchSize * Fer2013Classes], new float[_batchSize]);
    }

    /// <inheritdoc/>
    public Network Network { get; }

    /// <inheritdoc/>
    public string Fingerprint { get; }

    /// <inheritdoc/>
    public int StepsPerEpoch => _rows.Length / _batchSize;

    /// <inheritdoc/>
    public Tensor Batch(int epoch, int step, WorkerPool pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        Shuffle(epoch);
        _input.Resize(new Shape(_batchSize, FaceImageSet.Side, FaceImageSet.Side, 1));
        pool.Run(_batchSize, i =>
        {
            var row = _order[(step * _batchSize) + i];
            _augmenter.Augment(_set.Image(row), _input.Span.Slice(i * FaceImageSet.ImageLength, FaceImageSet.ImageLength), epoch, row);
            Target(row, i);
        });
        return _input;
    }

    /// <inheritdoc/>
    public (double Loss, IReadOnlyList<Tensor?> Gradients) Loss(IReadOnlyList<Tensor> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        var loss = SoftmaxCrossEntropy.Run(outputs[1], _ferPlusTargets, _ferPlusWeights, _ferPlusGradient)
            + SoftmaxCrossEntropy.Run(outputs[2], _fer2013Targets, _fer2013Weights, _fer2013Gradient);
        return (loss, [null, _ferPlusGradient, _fer2013Gradient]);
    }

    /// <inheritdoc/>
    public Validation? Validate(WorkerPool pool)
    {
        if (_holdout.Length == 0) return null;
        int ferPlus = 0, ferPlusRight = 0, fer2013 = 0, fer2013Right = 0;
        Predict(pool, _holdout, (row, eight, seven) =>
        {
            var label = _set.Votes is null ? FerPlus.Dropped : FerPlus.LabelOf(_set.VotesOf(row), FerPlusProtocol.Strict);
            if (label != FerPlus.Dropped)
            {
                ferPlus++;
                if (System.Numerics.Tensors.TensorPrimitives.IndexOfMax(eight) == label) ferPlusRight++;
            }

            if (_set.Labels[row] == FaceImageSet.NoLabel) return;
            fer2013++;
            if (System.Numerics.Tensors.TensorPrimitives.IndexOfMax(seven) == _set.Labels[row]) fer2013Right++;
        });
        var figures = new Dictionary<string, double>
        {
            ["ferplus"] = (double)ferPlusRight / Math.Max(1, ferPlus),
            ["fer2013"] = (double)fer2013Right / Math.Max(1, fer2013),
        };
        return new Validation(figures.Values.Sum(), figures);
    }

    /// <summary>Runs the network on unchanged pictures and hands each row's eight and seven logits on, in order.</summary>
    public void Predict(WorkerPool pool, IReadOnlyList<int> rows, LogitsHandler handler)
    {
        ArgumentNullException.ThrowIfNull(pool);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(handler);
        for (var start = 0; start < rows.Count; start += _batchSize)
        {
            var n = Math.Min(_batchSize, rows.Count - start);
            _input.Resize(new Shape(n, FaceImageSet.Side, FaceImageSet.Side, 1));
            for (var i = 0; i < n; i++)
                FaceAugmenter.Plain(_set.Image(rows[start + i]), _input.Span.Slice(i * FaceImageSet.ImageLength, FaceImageSet.ImageLength), _normalisation);
            var outputs = Network.Forward(_input, new Pass(pool, IsTraining: false));
            for (var i = 0; i < n; i++)
                handler(rows[start + i], outputs[1].Span.Slice(i * Emotions.Count, Emotions.Count), outputs[2].Span.Slice(i * Fer2013Classes, Fer2013Classes));
        }
    }

    /// <summary>Receives the logits of one row.</summary>
    public delegate void LogitsHandler(int row, ReadOnlySpan<float> ferPlus, ReadOnlySpan<float> fer2013);

    private void Target(int row, int i)
    {
        var eight = _ferPlusTargets.AsSpan(i * Emotions.Count, Emotions.Count);
        _ferPlusWeights[i] = _set.Votes is null ? 0 : FerPlus.SoftTarget(_set.VotesOf(row), eight);
        var seven = _fer2013Targets.AsSpan(i * Fer2013Classes, Fer2013Classes);
        var label = _set.Labels[row];
        _fer2013Weights[i] = label == FaceImageSet.NoLabel ? 0 : 1;
        seven.Fill(_smoothing / Fer2013Classes);
        if (label != FaceImageSet.NoLabel) seven[label] += 1 - _smoothing;
    }

    private void Shuffle(int epoch)
    {
        if (_orderEpoch == epoch) return;
        _order = [.. _rows];
        var random = FastRandom.For(_seed, epoch, -1);
        random.Shuffle(_order);
        _orderEpoch = epoch;
    }
}
