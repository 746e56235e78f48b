using MoodDeck.Training.Runs;

namespace MoodDeck.Training.Reports;

/// <summary>The course of one training.</summary>
/// <param name="Name">What it is called where there are several, such as <c>fold 1</c>.</param>
/// <param name="Epochs">One point per epoch.</param>
/// <param name="BestEpoch">The epoch whose weights were kept, counted from 1; 0 when none was finished.</param>
public sealed record TrainingCurve(string Name, IReadOnlyList<EpochPoint> Epochs, int BestEpoch)
{
    /// <summary>The names of the validation figures, in the order they first occur.</summary>
    public IReadOnlyList<string> FigureNames => [.. Epochs.SelectMany(e => e.Figures.Keys).Distinct()];

    /// <summary>The point of the best epoch; null when there is none.</summary>
    public EpochPoint? Best => Epochs.FirstOrDefault(e => e.Epoch == BestEpoch);

    /// <summary>The curve of a run.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="history">Its epochs.</param>
    /// <param name="bestEpoch">The epoch kept, counted from 1.</param>
    public static TrainingCurve Of(string name, IReadOnlyList<EpochRecord> history, int bestEpoch)
    {
        ArgumentNullException.ThrowIfNull(history);
        return new(name, [.. history.Select(PointOf)], bestEpoch);
    }

    // A journal of an earlier version says 0 where it knew no rate.
    private static EpochPoint PointOf(EpochRecord epoch) => new(
        epoch.Epoch, epoch.Loss, epoch.Validation?.Figures ?? new Dictionary<string, double>(), epoch.LearningRate > 0 ? epoch.LearningRate : null, epoch.Seconds);
}

/// <summary>One epoch.</summary>
/// <param name="Epoch">Counted from 1.</param>
/// <param name="Loss">Mean training loss.</param>
/// <param name="Figures">Validation figures by name; empty when no rows were kept aside.</param>
/// <param name="LearningRate">Of its last step; null when it is not known.</param>
/// <param name="Seconds">Wall-clock time.</param>
public sealed record EpochPoint(int Epoch, double Loss, IReadOnlyDictionary<string, double> Figures, double? LearningRate, double Seconds);

/// <summary>A validation figure over the folds of a cross-validation, each at its best epoch.</summary>
/// <param name="Name">The figure.</param>
/// <param name="Values">One value per fold that has it, in their order.</param>
/// <param name="Mean">Mean over the folds.</param>
/// <param name="StandardDeviation">Over n - 1; null for a single fold.</param>
public sealed record FoldFigure(string Name, IReadOnlyList<double> Values, double Mean, double? StandardDeviation)
{
    /// <summary>All figures of several curves; empty for fewer than two.</summary>
    public static IReadOnlyList<FoldFigure> Of(IReadOnlyList<TrainingCurve> curves)
    {
        ArgumentNullException.ThrowIfNull(curves);
        if (curves.Count < 2) return [];
        return [.. curves.SelectMany(c => c.FigureNames).Distinct().Select(name => Of(name, [.. curves.Where(c => c.Best?.Figures.ContainsKey(name) == true).Select(c => c.Best!.Figures[name])]))];
    }

    /// <summary>All figures of several folds; empty for fewer than two.</summary>
    public static IReadOnlyList<FoldFigure> Of(IReadOnlyList<IReadOnlyDictionary<string, double>> folds)
    {
        ArgumentNullException.ThrowIfNull(folds);
        if (folds.Count < 2) return [];
        return [.. folds.SelectMany(f => f.Keys).Distinct().Select(name => Of(name, [.. folds.Where(f => f.ContainsKey(name)).Select(f => f[name])]))];
    }

    private static FoldFigure Of(string name, double[] values)
    {
        if (values.Length == 0) return new(name, values, double.NaN, null);
        var mean = values.Average();
        return new(name, values, mean, values.Length < 2 ? null : Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1)));
    }
}
