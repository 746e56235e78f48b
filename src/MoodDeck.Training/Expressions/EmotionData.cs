using MoodDeck.Training.Data;

namespace MoodDeck.Training.Expressions;

/// <summary>The rows a run learns from and those it keeps aside.</summary>
/// <param name="Set">The pictures of both.</param>
/// <param name="Rows">Rows to learn from.</param>
/// <param name="Holdout">Rows to choose by; may be empty.</param>
public sealed record EmotionData(FaceImageSet Set, int[] Rows, int[] Holdout)
{
    /// <summary>Reads the sources and splits them once.</summary>
    /// <exception cref="InvalidDataException">A source cannot be used; the message says why.</exception>
    public static EmotionData Read(EmotionTrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (set, validation) = ReadSets(options);
        if (validation is null) return Split(set, options);
        var all = FaceImageSet.Concat([set, validation]);
        return new(all, [.. Enumerable.Range(0, set.Count)], [.. Enumerable.Range(set.Count, validation.Count)]);
    }

    /// <summary>Reads the sources and splits them into folds: each row is kept aside once.</summary>
    public static IReadOnlyList<EmotionData> ReadFolds(EmotionTrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (set, _) = ReadSets(options with { Split = options.Split with { ValidateOn = null } });
        var split = FoldSplit.Create(set, DuplicateGroups.Find(set), options.Split.Folds, options.Training.Seed, usage: null);
        return [.. split.Folds.Select(f => new EmotionData(set, f.Training, f.Holdout))];
    }

    private static EmotionData Split(FaceImageSet set, EmotionTrainingOptions options)
    {
        if (options.Split.HoldoutShare == 0) return new(set, set.RowsOf(null), []);
        var split = HoldoutSplit.Create(set, DuplicateGroups.Find(set), new HoldoutOptions { Usage = null, Share = options.Split.HoldoutShare, Seed = options.Training.Seed, ReportCopiesOf = null });
        return new(set, split.Training, split.Holdout);
    }

    // Rows of other usages are left out for good, so that no test row can be learned from by mistake.
    private static (FaceImageSet Set, FaceImageSet? Validation) ReadSets(EmotionTrainingOptions options)
    {
        List<FaceImageSet> learned = [], kept = [];
        foreach (var source in options.Sources)
        {
            var set = FaceData.Read(source, options.Training.RunFolder);
            learned.Add(set.Take(Learned(set, source, options.Split.Usage)));
            if (options.Split.ValidateOn is { } usage && set.HasUsage(usage)) kept.Add(set.Take(set.RowsOf(usage)));
        }

        if (options.Split.ValidateOn is { } wanted && kept.Count == 0)
            throw new InvalidDataException($"No row has the usage \"{wanted}\" to choose by. Leave --validate-on out to keep a tenth aside.");
        return (FaceImageSet.Concat(learned), kept.Count == 0 ? null : FaceImageSet.Concat(kept));
    }

    private static int[] Learned(FaceImageSet set, FaceDataSource source, string? usage)
    {
        const string training = "Training";
        if (usage is null && (set.HasUsage(training) || set.UsageNames.All(n => n.Length == 0))) return set.RowsOf(set.HasUsage(training) ? training : null);
        if (usage is not null && set.HasUsage(usage)) return set.RowsOf(usage);
        throw new InvalidDataException($"{source.Path} has no rows of the usage \"{usage ?? training}\"; there are: {string.Join(", ", set.UsageNames)}. Choose one with --usage.");
    }
}
