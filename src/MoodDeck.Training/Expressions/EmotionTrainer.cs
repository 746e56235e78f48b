using System.Globalization;
using System.Runtime.InteropServices;
using MoodDeck.Core.Mood;
using MoodDeck.Training.Architectures;
using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Data;
using MoodDeck.Training.Export;
using MoodDeck.Training.Import;
using MoodDeck.Training.Kernels;
using MoodDeck.Training.Layers;
using MoodDeck.Training.Runs;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Training.Expressions;

/// <summary>What came out of training an expression model.</summary>
/// <param name="ModelPath">The file written.</param>
/// <param name="BestEpoch">The epoch chosen.</param>
/// <param name="History">All epochs.</param>
/// <param name="Calibration">What was fitted on the rows kept aside, or given.</param>
/// <param name="Parameters">Learned numbers.</param>
/// <param name="Macs">Multiply-accumulates of one face.</param>
/// <param name="Skipped">Rows that could not be read.</param>
public sealed record EmotionTrainingResult(
    string ModelPath, int BestEpoch, IReadOnlyList<EpochRecord> History, EmotionCalibration Calibration, long Parameters, long Macs, BadRows Skipped);

/// <summary>Trains an expression model from a table of faces to an ONNX file.</summary>
public static class EmotionTrainer
{
    /// <summary>The settings MoodDeck's own expression model was trained with.</summary>
    public static TrainingOptions Defaults { get; } = new() { Epochs = 40, BatchSize = 64, LearningRate = 0.05, RunFolder = "runs/emotion" };

    /// <summary>Reads, splits, trains, calibrates and writes the model.</summary>
    /// <exception cref="InvalidDataException">The data or the checkpoint cannot be used; the message says why.</exception>
    public static EmotionTrainingResult Run(EmotionTrainingOptions options, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var set = Fer2013Reader.Read(options.DataPath, options.Training.RunFolder);
        if (options.VotesPath is not null) set = FerPlusReader.Read(options.VotesPath, set);
        var (rows, holdout) = Split(set, options);
        var normalisation = PixelNormalisation.Faces;
        var network = MoodNet.Create(options.Training.Seed, options.Width, options.Dropout);
        var task = new EmotionTask(network, set, rows, holdout, options.Training, options.Augmentation, normalisation);
        if (options.InitPath is not null) Initialise(task, options);
        var run = new TrainingRun(task, options.Training);
        run.Run(progress, cancellation);
        var calibration = Calibrate(task, set, holdout, options);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.OutputPath))!);
        OnnxExporter.Save(network, options.OutputPath, new OnnxExportOptions { Name = "emotion", Metadata = Metadata(network, normalisation, calibration, options.Crop) });
        return new(options.OutputPath, run.BestEpoch, run.History, calibration, network.ParameterCount, network.Macs, set.Bad);
    }

    private static void Initialise(EmotionTask task, EmotionTrainingOptions options)
    {
        using var pool = new WorkerPool(options.Training.Threads);
        var report = NetworkInitialiser.Run(task.Network, OnnxWeights.Read(options.InitPath!), task.Batch(0, 0, pool), pool);
        if (report.Taken.Count == 0)
            throw new InvalidDataException($"{options.InitPath} has no weights of the names and shapes of this network. Give a model of the same architecture and width.");
    }

    private static (int[] Rows, int[] Holdout) Split(FaceImageSet set, EmotionTrainingOptions options)
    {
        if (options.HoldoutShare == 0) return (set.RowsOf(options.Usage), []);
        var split = HoldoutSplit.Create(set, DuplicateGroups.Find(set), new HoldoutOptions
        {
            Usage = options.Usage, Share = options.HoldoutShare, Seed = options.Training.Seed,
        });
        return (split.Training, split.Holdout);
    }

    private static EmotionCalibration Calibrate(EmotionTask task, FaceImageSet set, int[] holdout, EmotionTrainingOptions options)
    {
        List<float> logits = [];
        List<int> labels = [];
        if (set.Votes is not null)
        {
            using var pool = new WorkerPool(options.Training.Threads);
            var rows = holdout.Where(r => FerPlus.LabelOf(set.VotesOf(r), FerPlusProtocol.Strict) != FerPlus.Dropped).ToArray();
            task.Predict(pool, rows, (row, eight, _) =>
            {
                logits.AddRange(eight);
                labels.Add(FerPlus.LabelOf(set.VotesOf(row), FerPlusProtocol.Strict));
            });
        }

        return labels.Count > 0 ? Calibrator.Fit(CollectionsMarshal.AsSpan(logits), CollectionsMarshal.AsSpan(labels), Emotions.Count) : options.Calibration ?? new EmotionCalibration(1, 0.4);
    }

    private static Dictionary<string, string> Metadata(Network network, PixelNormalisation normalisation, EmotionCalibration calibration, FaceCropFit crop)
    {
        static string Text(double value) => value.ToString("0.#####", CultureInfo.InvariantCulture);
        return new()
        {
            ["mooddeck.task"] = "emotion",
            ["mooddeck.arch"] = "moodnet",
            ["mooddeck.width"] = Text(network.InputShape.W),
            ["mooddeck.height"] = Text(network.InputShape.H),
            ["mooddeck.channels"] = Text(network.InputShape.C),
            ["mooddeck.mean"] = Text(normalisation.Mean),
            ["mooddeck.std"] = Text(normalisation.Deviation),
            ["mooddeck.labels.ferplus"] = string.Join(',', Emotions.Names),
            ["mooddeck.labels.fer2013"] = string.Join(',', ExpressionLabels.Fer2013),
            ["mooddeck.temperature"] = Text(calibration.Temperature),
            ["mooddeck.unsure"] = Text(calibration.Unsure),
            ["mooddeck.crop.scale"] = Text(crop.Scale),
            ["mooddeck.crop.shiftY"] = Text(crop.ShiftY),
            ["mooddeck.parameters"] = network.ParameterCount.ToString(CultureInfo.InvariantCulture),
            ["mooddeck.macs"] = network.Macs.ToString(CultureInfo.InvariantCulture),
        };
    }
}
