using MoodDeck.Training.Import;
using MoodDeck.Training.Runs;

namespace MoodDeck.Training.Expressions;

/// <summary>What came out of training an expression model.</summary>
/// <param name="ModelPath">The file written.</param>
/// <param name="BestEpoch">The epoch chosen.</param>
/// <param name="History">All epochs.</param>
/// <param name="Calibration">What was fitted on the rows kept aside; temperature 1 and 0.4 where there are none.</param>
/// <param name="Parameters">Learned numbers.</param>
/// <param name="Macs">Multiply-accumulates of one face.</param>
/// <param name="Data">The rows learned from and kept aside, before resampling.</param>
public sealed record EmotionTrainingResult(
    string ModelPath, int BestEpoch, IReadOnlyList<EpochRecord> History, EmotionCalibration Calibration, long Parameters, long Macs, EmotionData Data)
{
    /// <summary>What the model says, by the names of its outputs.</summary>
    public required IReadOnlyList<string> Heads { get; init; }

    /// <summary>Rows of each class that an epoch shows, before and after resampling.</summary>
    public required ClassBalance Balance { get; init; }

    /// <summary>Which layers were started from a file; null without <c>--init</c>.</summary>
    public InitialisationReport? Start { get; init; }

    /// <summary>How many layers kept their weights.</summary>
    public int FrozenLayers { get; init; }

    /// <summary>How the heads that were trained again on synthetic embeddings do on the rows kept aside; null without, or where none are.</summary>
    public Validation? Retrained { get; init; }

    /// <summary>What the model does on the rows kept aside, by name; empty where none are.</summary>
    public IReadOnlyDictionary<string, double> Figures => (Retrained ?? History[BestEpoch - 1].Validation)?.Figures ?? new Dictionary<string, double>();

    /// <summary>Whether it ended early because the score no longer rose.</summary>
    public bool EndedEarly { get; init; }
}

/// <summary>Rows of each class before and after resampling.</summary>
/// <param name="ClassNames">The classes.</param>
/// <param name="Before">Rows learned from.</param>
/// <param name="After">Rows an epoch shows; for embeddings those the heads were trained on again.</param>
public sealed record ClassBalance(IReadOnlyList<string> ClassNames, IReadOnlyList<int> Before, IReadOnlyList<int> After);
