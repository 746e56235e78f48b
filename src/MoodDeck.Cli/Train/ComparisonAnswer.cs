using MoodDeck.Training.Comparisons;

namespace MoodDeck.Cli.Train;

/// <summary>What <c>train compare --json</c> prints: the comparison, and where it was measured.</summary>
/// <param name="Command">What was typed.</param>
/// <param name="Processor">The processor's name.</param>
/// <param name="Cores">Its cores.</param>
/// <param name="Comparison">Every figure.</param>
/// <param name="PagePath">The page written; null for none.</param>
/// <param name="PlotPaths">Its drawings.</param>
internal sealed record ComparisonAnswer(string Command, string Processor, int Cores, ComparisonReport Comparison, string? PagePath, IReadOnlyList<string> PlotPaths)
{
    /// <summary>The answer.</summary>
    public static ComparisonAnswer Of(ComparisonReport report, ComparisonOrigin origin, ComparisonFiles? files) =>
        new(origin.Command, origin.Processor, origin.Cores, report, files?.PagePath, files?.PlotPaths ?? []);
}
