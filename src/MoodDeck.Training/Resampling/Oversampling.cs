using MoodDeck.Training.Augmentation;

namespace MoodDeck.Training.Resampling;

/// <summary>
/// Repeats the rows of rare classes until each class has a share of the largest's rows. Whole repetitions take every row
/// of the class; the remainder is drawn without replacement, anew for every epoch.
/// </summary>
public static class Oversampling
{
    // Keeps its numbers apart from those that change pictures, which have the same seed, epoch and small numbers.
    private const long Stream = long.MinValue;

    /// <summary>The rows of one epoch, repetitions side by side, in the order given; as many in every epoch.</summary>
    /// <param name="rows">The training rows, and only these.</param>
    /// <param name="labels">The class of each of them; a row of a negative one stays single.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="share">The share of the largest class that each reaches, 0 to 1; see <see cref="LabelCounts.Raised"/>.</param>
    /// <param name="seed">Another seed, another choice.</param>
    /// <param name="epoch">The pass over the data.</param>
    /// <exception cref="ArgumentException">There is not one label for each row, or one is too high.</exception>
    public static int[] Rows(ReadOnlySpan<int> rows, ReadOnlySpan<int> labels, int classes, double share, ulong seed, int epoch)
    {
        if (rows.Length != labels.Length) throw new ArgumentException($"{rows.Length} rows, but {labels.Length} labels.", nameof(labels));
        var counts = LabelCounts.Of(labels, classes);
        var wanted = LabelCounts.Raised(counts, share);
        var times = new int[rows.Length];
        Array.Fill(times, 1);
        var members = LabelCounts.RowsOf(labels, classes);
        for (var c = 0; c < classes; c++)
        {
            if (counts[c] == 0) continue;
            var (whole, rest) = Math.DivRem(wanted[c], counts[c]);
            var random = FastRandom.For(seed, epoch, Stream + c);
            random.Shuffle(members[c].AsSpan());
            for (var i = 0; i < counts[c]; i++) times[members[c][i]] = whole + (i < rest ? 1 : 0);
        }

        var result = new int[times.Sum()];
        var at = 0;
        for (var i = 0; i < times.Length; i++)
        {
            result.AsSpan(at, times[i]).Fill(rows[i]);
            at += times[i];
        }

        return result;
    }
}
