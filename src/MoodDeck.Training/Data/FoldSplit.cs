using MoodDeck.Training.Augmentation;

namespace MoodDeck.Training.Data;

/// <summary>
/// Stratified k-fold cross-validation (Kohavi 1995, "A study of cross-validation and bootstrap for accuracy estimation
/// and model selection"): every row is chosen by exactly once, every fold has each label's share, and copies of one
/// picture stay in one fold.
/// </summary>
/// <param name="Folds">For each fold the rows to learn from and to choose by.</param>
public sealed record FoldSplit(IReadOnlyList<HoldoutSplit> Folds)
{
    /// <summary>Splits the rows of one usage; the same seed gives the same folds on every machine.</summary>
    /// <param name="set">The pictures.</param>
    /// <param name="groups">Which of them are the same.</param>
    /// <param name="k">How many folds, at least 2.</param>
    /// <param name="seed">The seed of the draw.</param>
    /// <param name="usage">The usage that is split, or null for all rows.</param>
    /// <param name="reportCopiesOf">A usage whose copies among the split rows are reported, or null.</param>
    /// <exception cref="ArgumentException">No row has the usage.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two folds, or more than different pictures.</exception>
    public static FoldSplit Create(FaceImageSet set, DuplicateGroups groups, int k, ulong seed, string? usage = "Training", string? reportCopiesOf = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(groups);
        var rows = set.RowsOf(usage);
        var pictures = rows.GroupBy(row => groups.GroupOf[row]).Select(g => g.ToArray()).ToList();
        if (k < 2 || k > pictures.Count) throw new ArgumentOutOfRangeException(nameof(k), k, $"Expected 2 to {pictures.Count} folds, as many as there are different pictures.");
        var foldOf = new int[set.Count];
        var sizes = new int[k];
        foreach (var stratum in pictures.GroupBy(copies => Strata.Of(set, copies[0])).OrderBy(g => g.Key))
            Deal([.. stratum], stratum.Key, seed, foldOf, sizes);
        var copies = HoldoutSplit.CopiesOf(reportCopiesOf, set, groups, rows);
        return new FoldSplit([.. Enumerable.Range(0, k).Select(fold => new HoldoutSplit(
            [.. rows.Where(row => foldOf[row] != fold)], [.. rows.Where(row => foldOf[row] == fold)], copies))]);
    }

    // Each picture with its copies goes to the fold that has least of its label, and among those to the smallest.
    private static void Deal(int[][] pictures, int stratum, ulong seed, int[] foldOf, int[] sizes)
    {
        FastRandom.For(seed, stratum, 1).Shuffle(pictures.AsSpan());
        var held = new int[sizes.Length];
        foreach (var copies in pictures.OrderByDescending(p => p.Length))
        {
            var least = 0;
            for (var fold = 1; fold < sizes.Length; fold++)
                if (held[fold] < held[least] || (held[fold] == held[least] && sizes[fold] < sizes[least])) least = fold;
            foreach (var row in copies) foldOf[row] = least;
            held[least] += copies.Length;
            sizes[least] += copies.Length;
        }
    }
}
