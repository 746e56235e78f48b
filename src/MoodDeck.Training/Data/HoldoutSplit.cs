using MoodDeck.Training.Augmentation;

namespace MoodDeck.Training.Data;

/// <summary>What a holdout is made of.</summary>
public sealed record HoldoutOptions
{
    /// <summary>The usage that is split, or null for all rows.</summary>
    public string? Usage { get; init; } = "Training";

    /// <summary>The share kept aside for choosing, from 0 (none) up to but not including 1.</summary>
    public double Share { get; init; } = 0.1;

    /// <summary>The seed of the draw.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>A usage whose copies among the split rows are reported, or null.</summary>
    public string? ReportCopiesOf { get; init; } = "PublicTest";
}

/// <summary>
/// Rows to learn from and rows to choose by. Drawn, copies of one picture stay on one side
/// and each label keeps its share; rows without a label go by their votes.
/// </summary>
/// <param name="Training">Rows to learn from, ascending.</param>
/// <param name="Holdout">Rows to choose by, ascending.</param>
/// <param name="AlsoInTest">Rows of either whose exact copy lies in the usage <see cref="HoldoutOptions.ReportCopiesOf"/>, or of the training rows in the usage chosen by.</param>
public sealed record HoldoutSplit(int[] Training, int[] Holdout, int[] AlsoInTest)
{
    /// <summary>Splits the rows of one usage; the same seed gives the same split on every machine.</summary>
    /// <exception cref="ArgumentException">No row has the usage, or the share is not in [0, 1).</exception>
    public static HoldoutSplit Create(FaceImageSet set, DuplicateGroups groups, HoldoutOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(groups);
        options ??= new HoldoutOptions();
        if (options.Share is not (>= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(options), options.Share, "The share kept aside must be at least 0 and less than 1.");
        var rows = set.RowsOf(options.Usage);
        var aside = new HashSet<int>();
        foreach (var label in rows.GroupBy(row => Strata.Of(set, row)).OrderBy(g => g.Key))
            Draw([.. label], set, groups, aside, options);
        return new HoldoutSplit(
            [.. rows.Where(row => !aside.Contains(groups.GroupOf[row]))],
            [.. rows.Where(row => aside.Contains(groups.GroupOf[row]))],
            CopiesOf(options.ReportCopiesOf, set, groups, rows));
    }

    /// <summary>The rows whose very picture also occurs with another usage; none for null or a usage that no row has.</summary>
    internal static int[] CopiesOf(string? usage, FaceImageSet set, DuplicateGroups groups, int[] rows) =>
        usage is not null && set.HasUsage(usage) ? groups.RowsSharedWith(rows, set.RowsOf(usage)) : [];

    private static void Draw(int[] rows, FaceImageSet set, DuplicateGroups groups, HashSet<int> aside, HoldoutOptions options)
    {
        var random = FastRandom.For(options.Seed, Strata.Of(set, rows[0]), 0);
        var wanted = (int)Math.Round(rows.Length * options.Share);
        var members = rows.GroupBy(row => groups.GroupOf[row]).ToDictionary(g => g.Key, g => g.Count());
        // A group whose copies carry different labels may have been drawn with an earlier label already.
        var taken = members.Where(m => aside.Contains(m.Key)).Sum(m => m.Value);
        var order = members.Keys.Where(g => !aside.Contains(g)).Order().ToArray();
        random.Shuffle(order);
        foreach (var group in order)
        {
            if (taken >= wanted) break;
            aside.Add(group);
            taken += members[group];
        }
    }
}
