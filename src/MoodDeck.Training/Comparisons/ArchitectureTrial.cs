using MoodDeck.Training.Expressions;
using MoodDeck.Training.Runs;

namespace MoodDeck.Training.Comparisons;

/// <summary>Measures how long an epoch takes by the first steps of a training that is then thrown away.</summary>
internal sealed class ArchitectureTrial : IProgress<TrainingProgress>
{
    private const int MostEpochs = 100_000;

    // The first steps compile code and fetch memory.
    private const int WarmUpSteps = 3;
    private const double WarmUpSeconds = 2;
    private const int MeasuredSteps = 24;
    private const double MeasuredSeconds = 8;
    private const double ShareOfBudget = 0.2;
    private const int BackwardCost = 3;

    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _enough;
    private readonly double _mostSeconds;
    private readonly long _start;
    private readonly List<double> _stepSeconds = [];
    private long _last;
    private int _steps;
    private int _stepsPerEpoch;

    private ArchitectureTrial(TimeProvider clock, TimeSpan budget, CancellationTokenSource enough)
    {
        (_clock, _enough, _mostSeconds) = (clock, enough, budget.TotalSeconds * ShareOfBudget);
        _start = _last = clock.GetTimestamp();
    }

    // The median: what else the machine did for a moment must not cost epochs.
    private double StepSeconds => _stepSeconds.Order().ElementAt(_stepSeconds.Count / 2);

    /// <summary>Seconds of one epoch, with its validation.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="options">How it is trained.</param>
    /// <param name="budget">What the training may take; warming up and measuring take a fifth of it each at most.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancellation">Stops it.</param>
    public static double SecondsPerEpoch(EmotionData data, EmotionTrainingOptions options, TimeSpan budget, TimeProvider clock, CancellationToken cancellation)
    {
        var folder = Path.Combine(options.Training.RunFolder, "trial");
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        ArchitectureTrial trial = new(clock, budget, enough);
        try
        {
            var own = options with { OutputPath = Path.Combine(folder, "trial.onnx"), Training = options.Training with { RunFolder = folder, Epochs = MostEpochs, Resume = false } };
            EmotionTrainer.Train(data, own, trial, enough.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // It was stopped because enough steps were measured.
        }
        finally
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }

        // An answer costs a third of a step: backward, a step takes about twice as long as forward.
        var validationSteps = data.Holdout.Length / (double)Math.Min(options.Training.BatchSize, data.Rows.Length);
        return trial.StepSeconds * (trial._stepsPerEpoch + (validationSteps / BackwardCost));
    }

    /// <inheritdoc/>
    public void Report(TrainingProgress value)
    {
        var now = _clock.GetTimestamp();
        if (value.Finished is null) _steps++;
        if (value.Finished is null && IsWarm(now)) _stepSeconds.Add(_clock.GetElapsedTime(_last, now).TotalSeconds);
        (_last, _stepsPerEpoch) = (now, value.Steps);
        if (_stepSeconds.Count >= MeasuredSteps || (_stepSeconds.Count > 0 && _stepSeconds.Sum() >= Math.Min(MeasuredSeconds, _mostSeconds))) _enough.Cancel();
    }

    private bool IsWarm(long now) => _steps > WarmUpSteps && _clock.GetElapsedTime(_start, now).TotalSeconds > Math.Min(WarmUpSeconds, _mostSeconds);
}
