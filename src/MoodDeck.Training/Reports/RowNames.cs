using MoodDeck.Training.Data;

namespace MoodDeck.Training.Reports;

/// <summary>How a row is named to the user.</summary>
internal static class RowNames
{
    /// <summary>The line of the file the picture came from, its header counted.</summary>
    public static string Of(FaceImageSet set, int row) => FormattableString.Invariant($"line {set.SourceRows[row] + 2}");
}
