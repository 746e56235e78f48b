using System.Runtime.InteropServices;
using MoodDeck.Training.Architectures;
using MoodDeck.Training.Data;
using MoodDeck.Training.Expressions.Heads;
using MoodDeck.Training.Import;
using MoodDeck.Training.Kernels;
using MoodDeck.Training.Runs;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Training.Expressions;

/// <summary>Trains an expression model from labelled faces to an ONNX file.</summary>
public static class EmotionTrainer
{
    /// <summary>Settings that suit FER2013; those of MoodDeck's own model stand on its card.</summary>
    public static TrainingOptions Defaults { get; } = new() { Epochs = 40, BatchSize = 64, LearningRate = 0.05, RunFolder = "runs/emotion" };

    /// <summary>Reads, splits, trains, calibrates and writes the model.</summary>
    /// <param name="options">How.</param>
    /// <param name="progress">Told of every step.</param>
    /// <param name="read">Told once what was read, before the first step.</param>
    /// <param name="cancellation">Stops it, with a checkpoint.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="InvalidDataException">The data or the checkpoint cannot be used; the message says why.</exception>
    public static EmotionTrainingResult Run(EmotionTrainingOptions options, IProgress<TrainingProgress>? progress = null, Action<EmotionData>? read = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var data = EmotionData.Read(options);
        read?.Invoke(data);
        return Train(data, options, progress, cancellation);
    }

    /// <summary>Trains on rows that are read and split.</summary>
    internal static EmotionTrainingResult Train(EmotionData data, EmotionTrainingOptions options, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        var balanced = BalancedData.Of(data, options);
        var batch = Math.Min(options.Training.BatchSize, balanced.Rows.Count);
        var heads = HeadsOfData.Create(balanced.Data.Set, [.. balanced.Rows.Of(0)], batch, options);
        var init = options.InitPath is null ? null : OnnxWeights.Read(options.InitPath);
        var network = ExpressionArchitectures.Create(options.Architecture, new ArchitectureOptions
        {
            Seed = options.Training.Seed, Width = options.Width ?? init?.FirstChannels, Dropout = options.Dropout, Heads = [.. heads.Select(h => h.Name)],
        });
        if (options.CalibrationPath is { } calibrated) EmotionClassifier.Open(calibrated).Dispose(); // not only after the last hour
        using var task = new EmotionTask(network, balanced.Data, heads, balanced.Rows, options);
        var start = init is null ? null : Initialise(task, init, options);
        var frozen = options.Freeze.Count == 0 ? 0 : network.Freeze(options.Freeze);
        var run = new TrainingRun(task, options.Training);
        run.Run(progress, cancellation);
        using var pool = new WorkerPool(options.Training.Threads);
        var isRetrained = options.Balance.Resampling == ResamplingKind.Smote;
        var balance = isRetrained ? SmoteRetraining.Run(task, data, heads, options, pool, cancellation) : balanced.Balance;
        var calibration = Calibrate(task, data, heads, options, pool);
        EmotionModelFile.Save(network, options, calibration);
        return new(options.OutputPath, run.BestEpoch, run.History, calibration, network.ParameterCount, network.Macs, data)
        {
            Heads = [.. heads.Select(h => h.Name)], Balance = balance, Start = start, FrozenLayers = frozen, EndedEarly = run.HasStalled,
            Retrained = isRetrained ? task.Validate(pool) : null,
        };
    }

    private static InitialisationReport Initialise(EmotionTask task, OnnxWeights init, EmotionTrainingOptions options)
    {
        using var pool = new WorkerPool(options.Training.Threads);
        var report = NetworkInitialiser.Run(task.Network, init, task.Batch(0, 0, pool), pool);
        if (report.Taken.Count == 0)
            throw new InvalidDataException($"{options.InitPath} has nothing that this network can start from. {string.Join(' ', report.Notes)}");
        return report;
    }

    // On the eight by votes where there are any, else on the seven; an affect head needs none.
    private static EmotionCalibration Calibrate(EmotionTask task, EmotionData data, IReadOnlyList<ExpressionHead> heads, EmotionTrainingOptions options, WorkerPool pool)
    {
        if (options.CalibrationPath is { } path)
        {
            using var other = EmotionClassifier.Open(path);
            return new(other.Temperature, other.Unsure);
        }

        var fallback = new EmotionCalibration(1, new(0.4));
        if (heads.Select((head, i) => (Head: head as ClassHead, Output: i + 1)).FirstOrDefault(h => h.Head is not null) is not ({ } classes, var output)) return fallback;
        var rows = data.Holdout.Where(r => classes.ClassOf(data.Set, r, FerPlusProtocol.Strict) != FerPlus.Dropped).ToArray();
        if (rows.Length == 0) return fallback;
        var logits = Logits(mirror: false);
        if (options.AverageMirrored) foreach (var (i, mirrored) in Logits(mirror: true).Index()) logits[i] = (logits[i] + mirrored) / 2;
        int[] labels = [.. rows.Select(r => classes.ClassOf(data.Set, r, FerPlusProtocol.Strict))];
        return Calibrator.Fit(CollectionsMarshal.AsSpan(logits), labels, classes.Expressions);

        List<float> Logits(bool mirror)
        {
            List<float> said = [];
            task.Predict(pool, rows, (_, place, outputs) => said.AddRange(outputs[output].Span.Slice(place * classes.Width, classes.Width)), mirror);
            return said;
        }
    }
}
