using MoodDeck.Training.Runs;

namespace MoodDeck.Training.Comparisons;

/// <summary>Where a comparison stands.</summary>
/// <param name="Architecture">The architecture at work.</param>
/// <param name="Training">Where its training stands; null while its speed is measured.</param>
/// <param name="SecondsLeft">About how long the whole still takes; null while speeds are measured.</param>
/// <param name="SecondsTotal">About how long all trainings take.</param>
public sealed record ComparisonProgress(string Architecture, TrainingProgress? Training, double? SecondsLeft, double SecondsTotal);

/// <summary>Tells of one training as a part of the whole.</summary>
/// <param name="progress">Who is told.</param>
/// <param name="training">The training at work.</param>
/// <param name="secondsAfter">How long those after it take.</param>
/// <param name="secondsTotal">How long all take.</param>
internal sealed class TrainingOfComparison(IProgress<ComparisonProgress>? progress, PlannedTraining training, double secondsAfter, double secondsTotal) : IProgress<TrainingProgress>
{
    private bool _isLive;

    /// <summary>Whether it was resumed inside an epoch.</summary>
    public bool BeganInsideAnEpoch { get; private set; }

    /// <inheritdoc/>
    public void Report(TrainingProgress value)
    {
        // Epochs of an earlier process are told again before the first step.
        if (value.Finished is null && !_isLive) (_isLive, BeganInsideAnEpoch) = (true, value.Step > 1);
        var left = (((double)value.Epochs - value.Epoch) * value.Steps) + value.Steps - value.Step;
        var seconds = value.StepsPerSecond > 0 ? left / value.StepsPerSecond : training.SecondsPerEpoch * left / value.Steps;
        progress?.Report(new(training.Architecture, value, seconds + secondsAfter, secondsTotal));
    }
}
