using MoodDeck.Core.Mood;
using MoodDeck.Training.Metrics;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Training.Data;

/// <summary>How often each label occurs with one usage.</summary>
/// <param name="Usage">The usage's name.</param>
/// <param name="Counts">Rows of each label, in the order of <see cref="ClassCounts.Names"/>.</param>
/// <param name="Unlabelled">Rows without a label, among them those whose votes agree on none.</param>
public sealed record UsageCounts(string Usage, int[] Counts, int Unlabelled);

/// <summary>How often each label occurs.</summary>
/// <param name="Names">The labels.</param>
/// <param name="ByUsage">Their counts for each usage that occurs, in the order of the set.</param>
/// <param name="Total">Rows of each label in all.</param>
/// <param name="Unlabelled">Rows without a label in all.</param>
public sealed record ClassCounts(IReadOnlyList<string> Names, IReadOnlyList<UsageCounts> ByUsage, int[] Total, int Unlabelled)
{
    /// <summary>Counts labels.</summary>
    /// <param name="set">The pictures.</param>
    /// <param name="labels">Which labels: FER2013's seven, or the eight by votes.</param>
    /// <param name="rows">The rows to count, a row as often as it occurs; null for all.</param>
    /// <param name="protocol">How votes become labels.</param>
    public static ClassCounts Of(FaceImageSet set, EmotionLabels labels, IReadOnlyList<int>? rows = null, FerPlusProtocol protocol = FerPlusProtocol.Strict)
    {
        ArgumentNullException.ThrowIfNull(set);
        var names = NamesOf(labels);
        var counts = new int[set.UsageNames.Count][];
        for (var u = 0; u < counts.Length; u++) counts[u] = new int[names.Count + 1];
        foreach (var row in rows ?? [.. Enumerable.Range(0, set.Count)])
        {
            var label = LabelOf(set, row, labels, protocol);
            counts[set.Usages[row]][label == FerPlus.Dropped ? names.Count : label]++;
        }

        var byUsage = counts.Select((c, u) => new UsageCounts(set.UsageNames[u], c[..^1], c[^1])).Where(u => u.Unlabelled > 0 || u.Counts.Any(c => c > 0)).ToList();
        return new ClassCounts(names, byUsage, [.. names.Select((_, i) => byUsage.Sum(u => u.Counts[i]))], byUsage.Sum(u => u.Unlabelled));
    }

    /// <summary>The names of a set of labels.</summary>
    internal static IReadOnlyList<string> NamesOf(EmotionLabels labels) => labels == EmotionLabels.FerPlus ? Emotions.Names : ExpressionLabels.Fer2013;

    /// <summary>The label of a row, or <see cref="FerPlus.Dropped"/>.</summary>
    internal static int LabelOf(FaceImageSet set, int row, EmotionLabels labels, FerPlusProtocol protocol)
    {
        if (labels == EmotionLabels.FerPlus) return set.Votes is null ? FerPlus.Dropped : FerPlus.LabelOf(set.VotesOf(row), protocol);
        return set.Labels[row] == FaceImageSet.NoLabel ? FerPlus.Dropped : set.Labels[row];
    }
}
