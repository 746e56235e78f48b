using System.Globalization;
using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Data;
using MoodDeck.Training.Detection;
using MoodDeck.Training.Export;
using MoodDeck.Training.Kernels;
using MoodDeck.Training.Layers;
using MoodDeck.Training.Runs;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Faces.Mtcnn;

namespace MoodDeck.Training.Mtcnn;

/// <summary>How the cascade is trained.</summary>
public sealed record MtcnnTrainingOptions
{
    /// <summary>A ZIP or TAR file or a folder of pictures.</summary>
    public required string ImagesPath { get; init; }

    /// <summary>Boxes, a CSV file with <c>image,x,y,w,h,source</c>.</summary>
    public required string LabelsPath { get; init; }

    /// <summary>Pictures to learn from begin with this; null for all. Default <c>train/</c>.</summary>
    public string? Prefix { get; init; } = "train/";

    /// <summary>One picture in this many is kept aside to choose epochs and thresholds by, 2 or more. Default 12.</summary>
    public int HoldoutEvery { get; init; } = 12;

    /// <summary>The folder that gets the three networks.</summary>
    public required string OutputFolder { get; init; }

    /// <summary>The training of each network; its run folder gets one folder a network.</summary>
    public required TrainingOptions Training { get; init; }
}

/// <summary>What came out of training the cascade.</summary>
/// <param name="Folder">Where the networks are.</param>
/// <param name="Threshold">The score from which a detection counts.</param>
/// <param name="Parameters">Learned numbers of the three together.</param>
/// <param name="Windows">Windows each network learned from.</param>
/// <param name="History">The epochs of the three, one after the other.</param>
/// <param name="Skipped">Pictures that could not be read, each with the reason.</param>
public sealed record MtcnnTrainingResult(
    string Folder, double Threshold, long Parameters, IReadOnlyList<int> Windows, IReadOnlyList<EpochRecord> History, IReadOnlyList<string> Skipped);

/// <summary>
/// Trains the three networks of MTCNN one after the other: the first on windows drawn at random, the second on what the first
/// takes for faces, the third on what is left after both (Zhang et al. 2016, "online hard sample mining" and section II-C).
/// </summary>
public static class MtcnnTrainer
{
    /// <summary>The settings the networks in <c>models/mtcnn</c> were trained with.</summary>
    public static TrainingOptions Defaults { get; } = new() { Epochs = 6, BatchSize = 128, LearningRate = 0.05, RunFolder = "runs/mtcnn" };

    // Faces kept aside that each of the first two networks has to let through.
    private const double PassedOn = 0.985;

    // Windows for each network: tried around each face and anywhere in each picture, and at most taken of what the cascade so
    // far finds there. The later networks get most from the cascade.
    private static readonly (int AroundFace, int Anywhere, int Found)[] s_windows = [(12, 20, 0), (8, 3, 25), (4, 1, 8)];

    private const double WantedPrecision = 0.97;
    private const double LeastScore = 0.02;

    /// <summary>Trains and writes the cascade.</summary>
    /// <exception cref="InvalidDataException">The data or a checkpoint cannot be used; the message says why.</exception>
    public static MtcnnTrainingResult Run(MtcnnTrainingOptions options, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.HoldoutEvery < 2) throw new ArgumentException($"One picture in {options.HoldoutEvery} cannot be kept aside; expected 2 or more.", nameof(options));
        var set = FaceDetectionSet.Load(options.ImagesPath, options.LabelsPath, options.Prefix, options.Training.Threads);
        var (learn, aside) = DetectionHoldout.Split(set, options.HoldoutEvery);
        Directory.CreateDirectory(options.OutputFolder);
        List<int> windows = [];
        List<EpochRecord> history = [];
        long parameters = 0;
        for (var stage = 0; stage < MtcnnDetector.Sides.Count; stage++)
        {
            var samples = Samples(learn, stage, options, cancellation);
            var task = new MtcnnTask(MtcnnNetworks.Create(stage, options.Training.Seed), samples, Samples(aside!, stage, options, cancellation), options.Training);
            var run = new TrainingRun(task, options.Training with { RunFolder = Path.Combine(options.Training.RunFolder, MtcnnDetector.FileNames[stage][..1]) });
            run.Run(new StageProgress(progress, stage, options.Training.Epochs), cancellation);
            using var pool = new WorkerPool(options.Training.Threads);
            Save(task.Network, stage, options.OutputFolder, Math.Clamp(task.ThresholdFor(PassedOn, pool), 0.05, 0.9));
            windows.Add(samples.Length);
            history.AddRange(run.History);
            parameters += task.Network.ParameterCount;
            if (stage == MtcnnDetector.Sides.Count - 1) Save(task.Network, stage, options.OutputFolder, FinalThreshold(options.OutputFolder, aside!));
        }

        using var cascade = MtcnnDetector.Open(options.OutputFolder);
        return new(options.OutputFolder, cascade.Threshold, parameters, windows, history, set.Problems);
    }

    private static MtcnnSample[] Samples(FaceDetectionSet set, int stage, MtcnnTrainingOptions options, CancellationToken cancellation)
    {
        List<MtcnnSample> samples = [];
        var sampler = new MtcnnSampler(MtcnnDetector.Sides[stage], options.Training.Seed);
        using var cascade = stage == 0 ? null : MtcnnDetector.Open(options.OutputFolder, new() { MostWindows = s_windows[stage].Found }, stage);
        for (var i = 0; i < set.Images.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var image = set.Images[i];
            sampler.Draw(image, i, s_windows[stage].AroundFace, s_windows[stage].Anywhere, samples);
            if (cascade is null) continue;
            // What the cascade so far takes for a face: what is one, and what only looks like one.
            foreach (var face in cascade.Detect(image.Grey)) sampler.Take(image, MtcnnWindow.Square(face.Box), samples);
        }

        return [.. samples];
    }

    private static double FinalThreshold(string folder, FaceDetectionSet aside)
    {
        using var cascade = MtcnnDetector.Open(folder, new() { Threshold = LeastScore });
        var curve = DetectionEvaluation.Run(aside, cascade, FaceSearch.Thorough, TimeProvider.System).Curve();
        return Math.Clamp(curve.ThresholdForPrecision(WantedPrecision), 0.05, 0.9999);
    }

    private static void Save(Network network, int stage, string folder, double threshold)
    {
        static string Text(double value) => value.ToString("0.#####", CultureInfo.InvariantCulture);
        OnnxExporter.Save(network, Path.Combine(folder, MtcnnDetector.FileNames[stage]), new()
        {
            Name = $"mtcnn{stage + 1}",
            FreeSize = stage == 0,
            Splits = new Dictionary<string, IReadOnlyList<(string, int)>> { [MtcnnNetworks.OutputName] = [("score", 1), ("box", MtcnnWindow.OffsetCount)] },
            Metadata = new Dictionary<string, string>
            {
                ["mooddeck.task"] = "faces",
                ["mooddeck.name"] = FaceDetectors.Mtcnn,
                ["mooddeck.mean"] = Text(PixelNormalisation.Faces.Mean),
                ["mooddeck.std"] = Text(PixelNormalisation.Faces.Deviation),
                ["mooddeck.threshold"] = Text(threshold),
                ["mooddeck.parameters"] = network.ParameterCount.ToString(CultureInfo.InvariantCulture),
            },
        });
    }

    // Three runs look like one three times as long.
    private sealed class StageProgress(IProgress<TrainingProgress>? to, int stage, int epochs) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => to?.Report(value with
        {
            Epoch = value.Epoch + (stage * epochs),
            Epochs = MtcnnDetector.Sides.Count * epochs,
            Finished = value.Finished is { } epoch ? epoch with { Epoch = epoch.Epoch + (stage * epochs) } : null,
        });
    }
}
