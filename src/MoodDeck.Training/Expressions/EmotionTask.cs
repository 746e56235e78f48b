using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Data;
using MoodDeck.Training.Expressions.Heads;
using MoodDeck.Training.Kernels;
using MoodDeck.Training.Layers;
using MoodDeck.Training.Runs;
using MoodDeck.Training.Tensors;
using MoodDeck.Vision.Expressions;

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
    private readonly FaceAugmenter _plain;
    private readonly Teacher? _teacher;
    private readonly EmotionTrainingOptions _options;
    private readonly Tensor _input = new();
    private readonly Tensor _taught = new();
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
        _plain = new FaceAugmenter(options.Augmentation, PixelNormalisation.Faces, options.Training.Seed);
        _mixer = new PictureMixer(options.Mixing, options.Training.Seed);
        if (options.Teacher is { } teacher) _teacher = new Teacher(teacher.ModelPaths, PixelNormalisation.Faces);
        Fingerprint = FormattableString.Invariant(
            $"{options.Architecture}, {data.Set.Count} pictures ({data.Digest()}), {rows.Count} learnt, {data.Holdout.Length} aside, heads {string.Join(' ', heads.Select(h => h.Name))}, dropout {options.Dropout}, smoothing {options.Smoothing}, {options.Preprocessing}, {options.Augmentation}, {options.Mixing}, {options.Balance}, frozen {string.Join(' ', options.Freeze)}, {options.Teacher}");
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
        int[] rows = [.. _rows.Of(epoch).Skip(step * _batchSize).Take(_batchSize)];
        Draw(_augmenter, rows, epoch, _input, pool);
        foreach (var (place, row) in rows.Index())
            foreach (var head in _heads) head.Aim(_set, row, place);
        _mixer.Mix(_input, [.. _heads.Select(h => new HeadTargets(h.Targets, h.Weights))], epoch, step);
        if (_teacher is not null) Teach(_teacher, rows, epoch, step, pool);
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
        // Where votes agree on no row, no epoch is better than another, and the last is as good as any.
        if (judges.All(j => j.Score is null)) return null;
        return new Validation(judges.Sum(j => j.Score ?? 0), judges.SelectMany(j => j.Figures).ToDictionary(f => f.Name, f => f.Value)) { Loss = judges.Sum(j => j.Loss) };
    }

    /// <summary>Runs the network on pictures unchanged, or mirrored, and hands over the outputs of each row's batch and its place in it, in order.</summary>
    public void Predict(WorkerPool pool, IReadOnlyList<int> rows, Action<int, int, IReadOnlyList<Tensor>> handler, bool mirror = false)
    {
        for (var start = 0; start < rows.Count; start += _batchSize)
        {
            var n = Math.Min(_batchSize, rows.Count - start);
            _input.Resize(new Shape(n, FaceImageSet.Side, FaceImageSet.Side, 1));
            for (var i = 0; i < n; i++)
                FaceAugmenter.Plain(_set.Image(rows[start + i]), _input.Span.Slice(i * FaceImageSet.ImageLength, FaceImageSet.ImageLength), PixelNormalisation.Faces, mirror, _options.Preprocessing);
            var outputs = Network.Forward(_input, new Pass(pool, IsTraining: false));
            for (var i = 0; i < n; i++) handler(rows[start + i], i, outputs);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _teacher?.Dispose();

    private void Draw(FaceAugmenter augmenter, int[] rows, int epoch, Tensor input, WorkerPool pool)
    {
        input.Resize(new Shape(rows.Length, FaceImageSet.Side, FaceImageSet.Side, 1));
        pool.Run(rows.Length, i => augmenter.Augment(_set.Image(rows[i]), input.Span.Slice(i * FaceImageSet.ImageLength, FaceImageSet.ImageLength), epoch, rows[i]));
    }

    // The teacher does its own preprocessing: it is shown the very same changes and mixes without its pupil's.
    private void Teach(Teacher teacher, int[] rows, int epoch, int step, WorkerPool pool)
    {
        var seen = _input;
        if (_options.Preprocessing != FacePreprocessing.None)
        {
            Draw(_plain, rows, epoch, seen = _taught, pool);
            _mixer.Mix(seen, [], epoch, step);
        }

        teacher.Teach(seen, [.. _heads.OfType<ClassHead>()], pool);
    }
}
