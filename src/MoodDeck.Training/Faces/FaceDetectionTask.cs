using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Data;
using MoodDeck.Training.Detection;
using MoodDeck.Training.Kernels;
using MoodDeck.Training.Layers;
using MoodDeck.Training.Runs;
using MoodDeck.Training.Tensors;
using MoodDeck.Vision.Faces;

namespace MoodDeck.Training.Faces;

/// <summary>Learns to find faces: composed pictures, one target map per stride, focal and box loss.</summary>
public sealed class FaceDetectionTask : ITrainingTask
{
    private readonly FaceDetectionSet _set;
    private readonly FaceDetectionSet? _holdout;
    private readonly Lazy<FaceDetectionSet?> _squareFrames;
    private readonly DetectionAugmenter _augmenter;
    private readonly int[] _lead;
    private readonly DetectionLevel[] _levels;
    private readonly DetectionLossOptions _loss;
    private readonly int _batchSize;
    private readonly int _side;
    private readonly ulong _seed;
    private readonly Func<byte[]> _export;
    private readonly Tensor _input = new();
    private readonly float[][] _scores;
    private readonly float[][] _offsets;
    private readonly Tensor[] _gradients;
    private int[] _order = [];
    private int _orderEpoch = -1;

    /// <summary>A task over pictures to learn from and, optionally, pictures to choose by.</summary>
    /// <param name="network">A network with the outputs of <see cref="Architectures.FaceNet"/>.</param>
    /// <param name="set">Pictures to learn from.</param>
    /// <param name="holdout">Pictures to choose by, or null.</param>
    /// <param name="options">Batch size and seed.</param>
    /// <param name="augmentation">How training pictures are composed.</param>
    /// <param name="loss">Weights of the loss.</param>
    /// <param name="export">Writes the network as a model, so that it is judged as it will be used.</param>
    public FaceDetectionTask(
        Network network, FaceDetectionSet set, FaceDetectionSet? holdout, TrainingOptions options, DetectionAugmentationOptions augmentation, DetectionLossOptions loss, Func<byte[]> export)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(augmentation);
        ArgumentNullException.ThrowIfNull(set);
        if (set.Images.Count == 0) throw new ArgumentException("There are no pictures to learn from.", nameof(set));
        (Network, _set, _holdout, _loss, _export) = (network, set, holdout, loss, export);
        Fingerprint = FormattableString.Invariant($"{set.Images.Count} pictures, {holdout?.Images.Count ?? 0} aside, {set.Squares.Count} squares, {augmentation}, {loss}");
        _squareFrames = new(() => holdout is { Squares.Count: > 0 } ? SquareFrames.Draw(holdout.Squares) : null);
        _lead = [.. Enumerable.Range(0, set.Images.Count).SelectMany(i => Enumerable.Repeat(i, Shows(set.Images[i])))];
        (_batchSize, _side, _seed) = (Math.Min(options.BatchSize, set.Images.Count), augmentation.CanvasPixels, options.Seed);
        _augmenter = new DetectionAugmenter(set, augmentation, PixelNormalisation.Faces, options.Seed);
        _levels = [.. new DetectionGrid(_side, _side).Levels];
        _scores = [.. _levels.Select(l => new float[_batchSize * l.Cells])];
        _offsets = [.. _levels.Select(l => new float[_batchSize * l.Cells * 4])];
        _gradients = [.. _levels.Select(_ => new Tensor())];
    }

    /// <inheritdoc/>
    public Network Network { get; }

    /// <inheritdoc/>
    public string Fingerprint { get; }

    /// <inheritdoc/>
    public int StepsPerEpoch => _lead.Length / _batchSize;

    /// <inheritdoc/>
    public Tensor Batch(int epoch, int step, WorkerPool pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        Shuffle(epoch);
        _input.Resize(new Shape(_batchSize, _side, _side, 1));
        pool.Run(_batchSize, i =>
        {
            List<CanvasFace> faces = [];
            _augmenter.Augment(epoch, _order[(step * _batchSize) + i], _input.Span.Slice(i * _side * _side, _side * _side), faces);
            for (var l = 0; l < _levels.Length; l++)
            {
                var cells = _levels[l].Cells;
                DetectionTargets.Assign(_levels[l], faces, _scores[l].AsSpan(i * cells, cells), _offsets[l].AsSpan(i * cells * 4, cells * 4));
            }
        });
        return _input;
    }

    /// <inheritdoc/>
    public (double Loss, IReadOnlyList<Tensor?> Gradients) Loss(IReadOnlyList<Tensor> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        var faces = _scores.Sum(s => DetectionLoss.CountFaces(s));
        var total = default(DetectionLossValue);
        for (var l = 0; l < _levels.Length; l++)
        {
            var gradient = _gradients[l].Resize(outputs[l].Shape);
            total += DetectionLoss.Run(outputs[l].Span, _scores[l], _offsets[l], faces, gradient.Span, _loss);
        }

        return (total.Total, _gradients);
    }

    /// <inheritdoc/>
    public Validation? Validate(WorkerPool pool)
    {
        if (_holdout is null) return null;
        var curve = Judge(_holdout);
        var report = curve.At(curve.ThresholdForPrecision(FaceTrainer.WantedPrecision));
        Dictionary<string, double> figures = new()
        {
            ["averagePrecision"] = report.AveragePrecision, ["recall"] = report.Recall, ["precision"] = report.Precision, ["threshold"] = report.Threshold,
        };
        if (_squareFrames.Value is { } frames) figures["squaresFound"] = Judge(frames).At(report.Threshold).Recall;
        return new Validation(report.AveragePrecision, figures);
    }

    /// <summary>Runs the network as it stands over pictures, through the detector that the player uses.</summary>
    public DetectionCurve Judge(FaceDetectionSet set)
    {
        var path = Path.Combine(Path.GetTempPath(), $"mooddeck-faces-{Guid.NewGuid():N}.onnx");
        try
        {
            File.WriteAllBytes(path, _export());
            using var detector = FaceDetector.Open(path, new FaceDetectorOptions { Threshold = 0.02 });
            // A photo is looked at in more copies than a frame, so more can be mistaken in it: the threshold must hold for both.
            return DetectionEvaluation.Run(set, detector, FaceSearch.Thorough, TimeProvider.System).Curve();
        }
        finally
        {
            File.Delete(path);
        }
    }

    // A crowd has more to show than one drawn face of it: it leads up to three training pictures an epoch.
    private static int Shows(DetectionImage image) => image.Faces.Length switch { < 3 => 1, < 6 => 2, _ => 3 };

    private void Shuffle(int epoch)
    {
        if (_orderEpoch == epoch) return;
        _order = [.. _lead];
        var random = FastRandom.For(_seed, epoch, -1);
        random.Shuffle(_order);
        _orderEpoch = epoch;
    }
}
