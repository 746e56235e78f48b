using MoodDeck.Training.Architectures;
using MoodDeck.Training.Expressions;

namespace MoodDeck.Training.Comparisons;

/// <summary>Which architectures are compared, on what, and for how long.</summary>
public sealed record ComparisonOptions
{
    /// <summary>Rows learned from where the data name usages and none is asked for.</summary>
    private const string TrainingUsage = "Training";

    private static readonly TimeSpan s_longest = TimeSpan.FromDays(1);

    /// <summary>
    /// What all trainings have in common. Architecture, epochs and model file are set for each; its run folder holds the
    /// plan and a folder for each architecture.
    /// </summary>
    public required EmotionTrainingOptions Common { get; init; }

    /// <summary>Their names, in the order they are trained. Default: every one there is.</summary>
    public IReadOnlyList<string> Architectures { get; init; } = ExpressionArchitectures.Names;

    /// <summary>The time each may learn; met as nearly as whole epochs allow, with one epoch at least. Default 3 minutes.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>
    /// The usage whose rows the finished models are judged on; null judges them on the rows kept aside, which chose the epoch.
    /// </summary>
    public string? JudgeOn { get; init; }

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentException">A value is out of range, or rows would be judged that were learned from; the message says which.</exception>
    public void Validate()
    {
        Require(Architectures.Count > 0, "There is no architecture to compare.");
        foreach (var name in Architectures) _ = ExpressionArchitectures.Describe(name);
        Require(Architectures.Distinct().Count() == Architectures.Count, "An architecture is named twice.");
        Require(Budget > TimeSpan.Zero && Budget <= s_longest, FormattableString.Invariant($"The time of each training is {Budget.TotalMinutes} minutes; expected more than 0, at most {s_longest.TotalMinutes}."));
        Require(Common.Split.Folds == 0, "A comparison has no folds.");
        Require(Common.Split.ValidateOn is not null || Common.Split.HoldoutShare > 0, "Epochs are chosen by rows kept aside: keep a share of more than 0 aside, or name the rows to choose by.");
        if (JudgeOn is { } usage)
        {
            Require(!Same(usage, Common.Split.Usage ?? TrainingUsage), $"The rows of the usage {usage} are learned from. Judge on others.");
            Require(!Same(usage, Common.Split.ValidateOn), $"The rows of the usage {usage} choose the epoch. Judge on others.");
        }

        Common.Validate();
    }

    private static bool Same(string usage, string? other) => usage.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static void Require(bool holds, string message)
    {
        if (!holds) throw new ArgumentException(message);
    }
}
