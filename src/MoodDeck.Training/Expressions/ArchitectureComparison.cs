using System.Diagnostics;
using MoodDeck.Training.Architectures;
using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Data;
using MoodDeck.Training.Kernels;
using MoodDeck.Training.Layers;
using MoodDeck.Training.Runs;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Expressions;

/// <summary>How an architecture did within a budget of time.</summary>
/// <param name="Architecture">Its name.</param>
/// <param name="Result">Its training.</param>
/// <param name="Seconds">Wall-clock time of its epochs, validation counted.</param>
/// <param name="ImagesPerSecond">Pictures learned from in a second.</param>
/// <param name="FileBytes">Length of its model file.</param>
public sealed record ComparedArchitecture(string Architecture, EmotionTrainingResult Result, double Seconds, double ImagesPerSecond, long FileBytes)
{
    /// <summary>The kept epoch's figures on the rows kept aside.</summary>
    public IReadOnlyDictionary<string, double> Figures => Result.History[Result.BestEpoch - 1].Validation?.Figures ?? new Dictionary<string, double>();
}

/// <summary>Trains several architectures on the same rows, each for about the same time, so that they can be compared.</summary>
public static class ArchitectureComparison
{
    private const int WarmUpSteps = 3;
    private const int MeasuredSteps = 10;

    /// <summary>Trains one after the other, each in a folder of its own name inside the run folder.</summary>
    /// <param name="options">What all have in common; architecture and epochs are set here.</param>
    /// <param name="architectures">Their names.</param>
    /// <param name="budget">The time each may take. It is met as nearly as whole epochs allow, with one epoch at least.</param>
    /// <param name="progress">Told as it goes.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InvalidDataException">The data cannot be used; the message says why.</exception>
    public static IReadOnlyList<ComparedArchitecture> Run(
        EmotionTrainingOptions options, IReadOnlyList<string> architectures, TimeSpan budget, IProgress<(string Architecture, TrainingProgress Progress)>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(architectures);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(budget, TimeSpan.Zero);
        options.Validate();
        var data = EmotionData.Read(options);
        List<ComparedArchitecture> compared = [];
        foreach (var name in architectures)
        {
            var folder = Path.Combine(options.Training.RunFolder, name);
            var own = options with
            {
                Architecture = name, OutputPath = Path.Combine(folder, "emotion.onnx"),
                Training = options.Training with { RunFolder = folder, Epochs = EpochsWithin(budget, name, data, options) },
            };
            var result = EmotionTrainer.Train(data, own, progress is null ? null : new Of(progress, name), cancellation);
            var seconds = result.History.Sum(e => e.Seconds);
            compared.Add(new(name, result, seconds, result.History.Count * (double)data.Rows.Length / seconds, new FileInfo(result.ModelPath).Length));
        }

        return compared;
    }

    private static int EpochsWithin(TimeSpan budget, string name, EmotionData data, EmotionTrainingOptions options)
    {
        var batch = Math.Min(options.Training.BatchSize, data.Rows.Length);
        var network = ExpressionArchitectures.Create(name, new ArchitectureOptions { Width = options.Width, Dropout = options.Dropout });
        using var pool = new WorkerPool(options.Training.Threads);
        Tensor input = new(new Shape(batch, FaceImageSet.Side, FaceImageSet.Side, 1));
        for (var i = 0; i < batch; i++)
            FaceAugmenter.Plain(data.Set.Image(data.Rows[i]), input.Span.Slice(i * FaceImageSet.ImageLength, FaceImageSet.ImageLength), PixelNormalisation.Faces);
        for (var i = 0; i < WarmUpSteps; i++) Step(network, input, pool);
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < MeasuredSteps; i++) Step(network, input, pool);
        var perEpoch = Stopwatch.GetElapsedTime(start) / MeasuredSteps * ((double)data.Rows.Length / batch);
        return Math.Max(1, (int)Math.Round(budget / perEpoch));
    }

    private static void Step(Network network, Tensor input, WorkerPool pool)
    {
        Pass pass = new(pool, IsTraining: true);
        var outputs = network.Forward(input, pass);
        network.Backward([.. outputs.Select((o, i) => i == 0 ? null : o)], pass);
    }

    private sealed class Of(IProgress<(string, TrainingProgress)> progress, string name) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => progress.Report((name, value));
    }
}
