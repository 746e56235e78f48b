namespace MoodDeck.Training.Resampling;

/// <summary>How many rows each class has.</summary>
public static class LabelCounts
{
    /// <summary>Counts labels.</summary>
    /// <param name="labels">0 to <paramref name="classes"/> - 1; negative ones are left out.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <exception cref="ArgumentException">A label is too high.</exception>
    public static int[] Of(ReadOnlySpan<int> labels, int classes)
    {
        var counts = new int[classes];
        foreach (var label in labels)
        {
            if (label >= classes) throw new ArgumentException($"A label is {label}; there are {classes} classes.", nameof(labels));
            if (label >= 0) counts[label]++;
        }

        return counts;
    }

    /// <summary>
    /// The counts wanted after resampling: each class that has rows gets at least a share of the largest, and none loses any.
    /// </summary>
    /// <param name="counts">Rows of each class.</param>
    /// <param name="share">The share of the largest class, 0 to 1: 0 changes nothing, 1 makes all alike.</param>
    public static int[] Raised(ReadOnlySpan<int> counts, double share)
    {
        if (share is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "Expected 0 to 1.");
        var largest = 0;
        foreach (var n in counts) largest = Math.Max(largest, n);
        var wanted = counts.ToArray();
        foreach (ref var n in wanted.AsSpan()) if (n > 0) n = Math.Max(n, (int)Math.Round(share * largest));
        return wanted;
    }

    /// <summary>The row numbers of each class, ascending.</summary>
    internal static int[][] RowsOf(ReadOnlySpan<int> labels, int classes)
    {
        var rows = Array.ConvertAll(Of(labels, classes), n => new int[n]);
        var filled = new int[classes];
        for (var i = 0; i < labels.Length; i++) if (labels[i] >= 0) rows[labels[i]][filled[labels[i]]++] = i;
        return rows;
    }
}
