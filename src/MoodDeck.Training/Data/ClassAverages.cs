using MoodDeck.Training.Metrics;

namespace MoodDeck.Training.Data;

/// <summary>The mean picture of one label.</summary>
/// <param name="Name">The label.</param>
/// <param name="Count">How many pictures it is the mean of.</param>
/// <param name="Pixels">Its 2304 grey values, rounded; empty where there is no picture.</param>
public sealed record ClassAverage(string Name, int Count, byte[] Pixels);

/// <summary>The mean picture of each label: what all its faces have in common, and what its data set favours.</summary>
/// <param name="Classes">One for each label, in the order of the labels.</param>
public sealed record ClassAverages(IReadOnlyList<ClassAverage> Classes)
{
    /// <summary>Averages pictures.</summary>
    /// <param name="set">The pictures.</param>
    /// <param name="labels">Which labels: FER2013's seven, or the eight by votes.</param>
    /// <param name="rows">The rows to average; null for all.</param>
    /// <param name="protocol">How votes become labels.</param>
    public static ClassAverages Of(FaceImageSet set, EmotionLabels labels, IReadOnlyList<int>? rows = null, FerPlusProtocol protocol = FerPlusProtocol.Strict)
    {
        ArgumentNullException.ThrowIfNull(set);
        var names = ClassCounts.NamesOf(labels);
        var sums = new long[names.Count][];
        var counts = new int[names.Count];
        foreach (var row in rows ?? [.. Enumerable.Range(0, set.Count)])
        {
            var label = ClassCounts.LabelOf(set, row, labels, protocol);
            if (label == FerPlus.Dropped) continue;
            counts[label]++;
            var sum = sums[label] ??= new long[FaceImageSet.ImageLength];
            var image = set.Image(row);
            for (var i = 0; i < sum.Length; i++) sum[i] += image[i];
        }

        return new ClassAverages([.. names.Select((name, c) => new ClassAverage(
            name, counts[c], counts[c] == 0 ? [] : Array.ConvertAll(sums[c], s => (byte)((s + (counts[c] / 2)) / counts[c]))))]);
    }
}
