using MoodDeck.Training.Runs;

namespace MoodDeck.Training.Reports;

/// <summary>Begins the report of a training with what every training has.</summary>
public static class TrainingReports
{
    /// <summary>Title, settings and curve; the rest is added by <c>with</c>.</summary>
    /// <param name="title">What was trained.</param>
    /// <param name="options">How.</param>
    /// <param name="history">Its epochs.</param>
    /// <param name="bestEpoch">The epoch kept, counted from 1.</param>
    /// <param name="clock">Tells when.</param>
    public static RunReport Of(string title, TrainingOptions options, IReadOnlyList<EpochRecord> history, int bestEpoch, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return new()
        {
            Title = title,
            CreatedAt = clock.GetUtcNow(),
            Settings = SettingsOf(options),
            Curves = [TrainingCurve.Of("training", history, bestEpoch)],
        };
    }

    /// <summary>The settings every training has.</summary>
    public static IReadOnlyList<ReportSetting> SettingsOf(TrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return
        [
            ReportSetting.Of("epochs at most", options.Epochs),
            new("early stopping", options.Patience == 0 ? "none" : FormattableString.Invariant($"after {options.Patience} epochs without a better score")),
            ReportSetting.Of("pictures in a step", options.BatchSize),
            new("optimiser", options.Optimiser switch { OptimiserKind.Sgd => "SGD with Nesterov momentum", OptimiserKind.Adam => "Adam", _ => "AdamW" }),
            ReportSetting.Of("highest learning rate", options.LearningRate),
            new("learning rate schedule", options.Schedule == ScheduleKind.Cosine ? "warm-up and half a cosine" : "one cycle"),
            ReportSetting.Of("weight decay", options.WeightDecay),
            ReportSetting.Of("decay of the weight average, per step", options.AverageDecay),
            new("seed", FormattableString.Invariant($"{options.Seed}")),
        ];
    }
}
