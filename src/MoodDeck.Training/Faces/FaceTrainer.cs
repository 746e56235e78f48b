using System.Globalization;
using MoodDeck.Training.Architectures;
using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Data;
using MoodDeck.Training.Detection;
using MoodDeck.Training.Export;
using MoodDeck.Training.Import;
using MoodDeck.Training.Kernels;
using MoodDeck.Training.Layers;
using MoodDeck.Training.Runs;

namespace MoodDeck.Training.Faces;

/// <summary>How a face detector is trained.</summary>
public sealed record FaceTrainingOptions
{
    /// <summary>A ZIP or TAR file or a folder of pictures.</summary>
    public required string ImagesPath { get; init; }

    /// <summary>Boxes, a CSV file with <c>image,x,y,w,h,source</c>.</summary>
    public required string LabelsPath { get; init; }

    /// <summary>Pictures to learn from begin with this; null for all. Default <c>train/</c>.</summary>
    public string? Prefix { get; init; } = "train/";

    /// <summary>
    /// Tight face squares to lay on training pictures, a FER2013 file whose Training rows are taken; null for none.
    /// </summary>
    public string? SquaresPath { get; init; }

    /// <summary>
    /// One picture in this many is kept aside to choose epoch and threshold by, 2 or more; 0 keeps none. Default 12. See
    /// <see cref="DetectionHoldout"/>.
    /// </summary>
    public int HoldoutEvery { get; init; } = 12;

    /// <summary>Whether runs of neighbours are kept aside (the default) or single pictures; see <see cref="DetectionHoldout"/>.</summary>
    public bool HoldoutRuns { get; init; } = true;

    /// <summary>An ONNX model of the same architecture to start from, or null for random weights.</summary>
    public string? InitPath { get; init; }

    /// <summary>How training pictures are composed.</summary>
    public DetectionAugmentationOptions Augmentation { get; init; } = new() { MaxFaceHeightPixels = 180 };

    /// <summary>Weights of the loss.</summary>
    public DetectionLossOptions Loss { get; init; } = new();

    /// <summary>The model file to write.</summary>
    public required string OutputPath { get; init; }

    /// <summary>The training itself.</summary>
    public required TrainingOptions Training { get; init; }
}

/// <summary>What came out of training a face detector.</summary>
/// <param name="ModelPath">The file written.</param>
/// <param name="BestEpoch">The epoch chosen.</param>
/// <param name="History">All epochs.</param>
/// <param name="Threshold">The score from which a detection counts.</param>
/// <param name="Parameters">Learned numbers.</param>
/// <param name="Skipped">Pictures that could not be read, each with the reason.</param>
public sealed record FaceTrainingResult(
    string ModelPath, int BestEpoch, IReadOnlyList<EpochRecord> History, double Threshold, long Parameters, IReadOnlyList<string> Skipped);

/// <summary>Trains a face detector from labelled pictures to an ONNX file.</summary>
public static class FaceTrainer
{
    /// <summary>The settings MoodDeck's own detector was trained with.</summary>
    public static TrainingOptions Defaults { get; } = new() { Epochs = 60, BatchSize = 32, LearningRate = 0.03, RunFolder = "runs/faces" };

    /// <summary>The precision that the threshold is chosen for, on pictures kept aside.</summary>
    public const double WantedPrecision = 0.99;

    private const double DefaultThreshold = 0.5;

    /// <summary>Reads, splits, trains, chooses a threshold and writes the model.</summary>
    /// <exception cref="InvalidDataException">The data or the checkpoint cannot be used; the message says why.</exception>
    public static FaceTrainingResult Run(FaceTrainingOptions options, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.HoldoutEvery is < 0 or 1) throw new ArgumentException($"One picture in {options.HoldoutEvery} cannot be kept aside; expected 0, or 2 or more.", nameof(options));
        var set = FaceDetectionSet.Load(options.ImagesPath, options.LabelsPath, options.Prefix, options.Training.Threads);
        if (options.SquaresPath is not null) set = set with { Squares = SquareFaces.Read(options.SquaresPath) };
        var (rest, holdout) = DetectionHoldout.Split(set, options.HoldoutEvery, options.HoldoutRuns);
        var network = FaceNet.Create(options.Augmentation.CanvasPixels, options.Training.Seed);
        var task = new FaceDetectionTask(network, rest, holdout, options.Training, options.Augmentation, options.Loss, () => OnnxExporter.Export(network, Export(network, DefaultThreshold)));
        if (options.InitPath is not null) Initialise(task, options);
        var run = new TrainingRun(task, options.Training);
        run.Run(progress, cancellation);
        var threshold = holdout is null ? DefaultThreshold : Math.Clamp(task.Judge(holdout).ThresholdForPrecision(WantedPrecision), 0.05, 0.95);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.OutputPath))!);
        OnnxExporter.Save(network, options.OutputPath, Export(network, threshold));
        return new(options.OutputPath, run.BestEpoch, run.History, threshold, network.ParameterCount, set.Problems);
    }

    private static void Initialise(FaceDetectionTask task, FaceTrainingOptions options)
    {
        using var pool = new WorkerPool(options.Training.Threads);
        var report = NetworkInitialiser.Run(task.Network, OnnxWeights.Read(options.InitPath!), task.Batch(0, 0, pool), pool);
        if (report.Taken.Count == 0)
            throw new InvalidDataException($"{options.InitPath} has nothing that this network can start from. {string.Join(' ', report.Notes)}");
    }

    private static OnnxExportOptions Export(Network network, double threshold)
    {
        static string Text(double value) => value.ToString("0.#####", CultureInfo.InvariantCulture);
        return new()
        {
            Name = "faces",
            FreeSize = true,
            Splits = FaceNet.Strides.ToDictionary(s => $"level{s}", s => (IReadOnlyList<(string, int)>)[($"score{s}", 1), ($"box{s}", FaceNet.HeadChannels - 1)]),
            Metadata = new Dictionary<string, string>
            {
                ["mooddeck.task"] = "faces",
                ["mooddeck.name"] = "deck",
                ["mooddeck.mean"] = Text(PixelNormalisation.Faces.Mean),
                ["mooddeck.std"] = Text(PixelNormalisation.Faces.Deviation),
                ["mooddeck.strides"] = string.Join(',', FaceNet.Strides),
                ["mooddeck.boxBase"] = Text(DetectionLevel.BoxBase),
                ["mooddeck.threshold"] = Text(threshold),
                ["mooddeck.parameters"] = network.ParameterCount.ToString(CultureInfo.InvariantCulture),
            },
        };
    }
}
