using MoodDeck.Training.Reports;
using MoodDeck.Training.Runs;

namespace MoodDeck.Cli.Train;

/// <summary>The course of a training, as a page.</summary>
internal static class TrainingPage
{
    /// <summary>Writes it.</summary>
    public static void Save(string title, IReadOnlyList<EpochRecord> history, int bestEpoch, string path) => ReportFiles.Save(
        new RunReport { Title = $"Training: {title}", CreatedAt = TimeProvider.System.GetUtcNow(), Curves = [TrainingCurve.Of("training", history, bestEpoch)] }, path);
}
