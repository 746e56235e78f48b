using MoodDeck.Training.Runs;

namespace MoodDeck.Training.Expressions;

/// <summary>
/// k-fold cross-validation: as many trainings as folds, each with another part of the rows kept aside, copies of a picture
/// always on one side (Kohavi 1995).
/// </summary>
public static class FoldedTraining
{
    /// <summary>
    /// Trains every fold in a folder of its own, <c>fold-1</c> and so on inside the run folder; a fold that was finished
    /// before is not trained again when resumed. The model of the best fold is written as the result.
    /// </summary>
    /// <param name="options">How.</param>
    /// <param name="progress">Told of every step.</param>
    /// <param name="read">Told once what was read, as the first fold has it.</param>
    /// <param name="cancellation">Stops it, with a checkpoint.</param>
    /// <returns>What each fold gave, in order.</returns>
    /// <exception cref="InvalidDataException">The data or a checkpoint cannot be used; the message says why.</exception>
    public static IReadOnlyList<EmotionTrainingResult> Run(EmotionTrainingOptions options, IProgress<TrainingProgress>? progress = null, Action<EmotionData>? read = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var folds = EmotionData.ReadFolds(options);
        read?.Invoke(folds[0]);
        List<EmotionTrainingResult> results = [];
        foreach (var (index, data) in folds.Index())
        {
            var folder = Path.Combine(options.Training.RunFolder, $"fold-{index + 1}");
            var fold = options with
            {
                OutputPath = Path.Combine(folder, "emotion.onnx"),
                Training = options.Training with { RunFolder = folder },
            };
            results.Add(EmotionTrainer.Train(data, fold, progress is null ? null : new OfFold(progress, index + 1, folds.Count), cancellation));
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.OutputPath))!);
        File.Copy(results.MaxBy(BestScore)!.ModelPath, options.OutputPath, overwrite: true);
        return results;
    }

    /// <summary>The score of the model that was kept.</summary>
    public static double BestScore(EmotionTrainingResult fold)
    {
        ArgumentNullException.ThrowIfNull(fold);
        return (fold.Retrained ?? fold.History[fold.BestEpoch - 1].Validation)?.Score ?? 0;
    }

    private sealed class OfFold(IProgress<TrainingProgress> progress, int fold, int folds) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => progress.Report(value with { Fold = fold, Folds = folds });
    }
}
