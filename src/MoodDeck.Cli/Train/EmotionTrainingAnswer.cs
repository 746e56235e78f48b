using MoodDeck.Training.Expressions;
using MoodDeck.Training.Reports;
using MoodDeck.Training.Runs;

namespace MoodDeck.Cli.Train;

/// <summary>What <c>train emotion --json</c> prints.</summary>
internal sealed record EmotionTrainingAnswer
{
    /// <summary>The model file.</summary>
    public required string ModelPath { get; init; }

    /// <summary>Its architecture.</summary>
    public required string Arch { get; init; }

    /// <summary>The epoch whose weights it holds.</summary>
    public required int BestEpoch { get; init; }

    /// <summary>Learned numbers.</summary>
    public required long Parameters { get; init; }

    /// <summary>Multiply-accumulates of a face.</summary>
    public required long Macs { get; init; }

    /// <summary>Temperature and threshold of "unsure".</summary>
    public required EmotionCalibration Calibration { get; init; }

    /// <summary>All epochs of the run, or of the best fold.</summary>
    public required IReadOnlyList<EpochRecord> History { get; init; }

    /// <summary>Rows of each class, before and after resampling.</summary>
    public required ClassBalance Balance { get; init; }

    /// <summary>Rows learned from.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows kept aside.</summary>
    public required int Holdout { get; init; }

    /// <summary>Rows that were left out.</summary>
    public required int SkippedRows { get; init; }

    /// <summary>What the model does on the rows kept aside; empty where none are.</summary>
    public required IReadOnlyDictionary<string, double> Figures { get; init; }

    /// <summary>The figures of every fold; empty without folds.</summary>
    public required IReadOnlyList<IReadOnlyDictionary<string, double>> Folds { get; init; }

    /// <summary>The mean of each figure over the folds; empty without folds.</summary>
    public required IReadOnlyDictionary<string, double> FoldMeans { get; init; }

    /// <summary>The answer for a run, or for folds.</summary>
    public static EmotionTrainingAnswer Of(EmotionTrainingOptions options, IReadOnlyList<EmotionTrainingResult> results)
    {
        var best = results.MaxBy(FoldedTraining.BestScore)!;
        return new()
        {
            ModelPath = options.OutputPath, Arch = options.Architecture, BestEpoch = best.BestEpoch, Parameters = best.Parameters, Macs = best.Macs,
            Calibration = best.Calibration, History = best.History, Balance = best.Balance, Rows = best.Data.Rows.Length, Holdout = best.Data.Holdout.Length,
            SkippedRows = best.Data.Set.Bad.Count,
            Folds = results.Count == 1 ? [] : [.. results.Select(r => r.Figures)],
            FoldMeans = FoldFigure.Of([.. results.Select(r => r.Figures)]).ToDictionary(f => f.Name, f => f.Mean),
            Figures = best.Figures,
        };
    }
}
