using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Data;
using MoodDeck.Training.Expressions.Heads;
using MoodDeck.Training.Kernels;
using MoodDeck.Training.Layers;
using MoodDeck.Training.Runs;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Expressions;

/// <summary>Learns expressions from labelled faces: one trunk and a head for everything the data can teach.</summary>
internal sealed class EmotionTask : ITrainingTask, IDisposable
{
    private readonly FaceImageSet _set;
    private readonly EpochRows _rows;
    private readonly int[] _holdout;
    private readonly IReadOnlyList<ExpressionHead> _heads;
    private readonly FaceAugmenter _augmenter;
    private readonly PictureMixer _mixer;
    private readonly Teacher? _teacher;
    private readonly EmotionTrainingOptions _options;
    private readonly Tensor _input = new();
    private readonly int _batchSize;

    /// <summary>A task over rows to learn from and rows to choose by.</summary>
    /// <param name="network">Outputs <c>embedding</c> and then the heads, in their order.</param>
    /// <param name="data">The pictures, after resampling.</param>
    /// <param name="heads">What the network says.</param>
    /// <param name="rows">The rows of each epoch.</param>
    /// <param name="options">How pictures are changed and mixed, who teaches.</param>
    public EmotionTask(Network network, EmotionData data, IReadOnlyList<ExpressionHead> heads, EpochRows rows, EmotionTrainingOptions options)
    {
        (Network, _set, _holdout, _heads, _rows, _options) = (network, data.Set, data.Holdout, heads, rows, options);
        _batchSize = Math.Min(options.Training.BatchSize, rows.Count);
        _augmenter = new FaceAugmenter(options.Augmentation, PixelNormalisation.Faces, options.Training.Seed, options.Preprocessing);
        _mixer = new PictureMixer(options.Mixing, options.Training.Seed);
        if (options.Teacher is { } teacher) _teacher = new Teacher(teacher.ModelPath, PixelNormalisation.Faces);
        Fingerprint = FormattableString.Invariant(
            $"{options.Architecture}, {data.Set.Count} pictures, {rows.Count} learnt, {data.Holdout.Length} aside, heads {string.Join(' ', heads.Select(h => h.Name))}, smoothing {options.Smoothing}, {options.Preprocessing}, {options.Augmentation}, {options.Mixing}, {options.Balance}, frozen {string.Join(' ', options.Freeze)}, {options.Teacher}");
    }

    /// <inheritdoc/>
    public Network Network { get; }

    /// <inheritdoc/>
    public string Fingerprint { get; }

    /// <inheritdoc/>
    public int StepsPerEpoch => _rows.Count / _batchSize;

    /// <inheritdoc/>
    public Tensor Batch(int epoch, int step, WorkerPool pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        var order = _rows.Of(epoch);
        _input.Resize(new Shape(_batchSize, FaceImageSet.Side, FaceImageSet.Side, 1));
        pool.Run(_batchSize, i =>
        {
            var row = order[(step * _batchSize) + i];
            _augmenter.Augment(_set.Image(row), _input.Span.Slice(i * FaceImageSet.ImageLength, FaceImageSet.ImageLength), epoch, row);
            foreach (var head in _heads) head.Aim(_set, row, i);
        });
        _mixer.Mix(_input, [.. _heads.Select(h => new HeadTargets(h.Targets, h.Weights))], epoch, step);
        _teacher?.Teach(_input, _heads.OfType<ClassHead>());
        return _input;
    }

    /// <inheritdoc/>
    public (double Loss, IReadOnlyList<Tensor?> Gradients) Loss(IReadOnlyList<Tensor> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        var total = 0.0;
        var gradients = new Tensor?[outputs.Count];
        for (var i = 0; i < _heads.Count; i++)
        {
            (var loss, gradients[i + 1]) = _heads[i].Loss(outputs[i + 1]);
            total += loss;
        }

        return (total, gradients);
    }

    /// <inheritdoc/>
    public Validation? Validate(WorkerPool pool)
    {
        if (_holdout.Length == 0) return null;
        var judges = _heads.Select(h => h.Judge(_set)).ToArray();
        Predict(pool, _holdout, (row, place, outputs) =>
        {
            for (var i = 0; i < judges.Length; i++) judges[i].Add(row, outputs[i + 1].Span.Slice(place * _heads[i].Width, _heads[i].Width));
        });
        return new Validation(judges.Sum(j => j.Score ?? 0), judges.SelectMany(j => j.Figures).ToDictionary(f => f.Name, f => f.Value));
    }

    /// <summary>Runs the network on unchanged pictures and hands over the outputs of each row's batch and its place in it, in order.</summary>
    public void Predict(WorkerPool pool, IReadOnlyList<int> rows, Action<int, int, IReadOnlyList<Tensor>> handler)
    {
        for (var start = 0; start < rows.Count; start += _batchSize)
        {
            var n = Math.Min(_batchSize, rows.Count - start);
            _input.Resize(new Shape(n, FaceImageSet.Side, FaceImageSet.Side, 1));
            for (var i = 0; i < n; i++)
                FaceAugmenter.Plain(_set.Image(rows[start + i]), _input.Span.Slice(i * FaceImageSet.ImageLength, FaceImageSet.ImageLength), PixelNormalisation.Faces, preprocessing: _options.Preprocessing);
            var outputs = Network.Forward(_input, new Pass(pool, IsTraining: false));
            for (var i = 0; i < n; i++) handler(rows[start + i], i, outputs);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _teacher?.Dispose();
}
