using System.Runtime.InteropServices;
using System.Security.Cryptography;
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
        var (set, rows, validation) = ReadSets(options);
        return options.Split.ValidateOn is null ? Split(set, options) : new(set, rows, validation);
    }

    /// <summary>Reads the sources and splits them into folds: each row is kept aside once.</summary>
    /// <exception cref="InvalidDataException">A source cannot be used, or has fewer pictures than there are folds.</exception>
    public static IReadOnlyList<EmotionData> ReadFolds(EmotionTrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (set, _, _) = ReadSets(options);
        var groups = DuplicateGroups.Find(set);
        if (groups.Count < options.Split.Folds) throw new InvalidDataException($"{groups.Count} different pictures cannot be split into {options.Split.Folds} folds. Give more pictures or fewer --folds.");
        var split = FoldSplit.Create(set, groups, options.Split.Folds, options.Split.Seed, usage: null);
        return [.. split.Folds.Select(f => new EmotionData(set, f.Training, f.Holdout))];
    }

    /// <summary>The pictures that a training with this split keeps aside from a set, to choose by.</summary>
    /// <exception cref="InvalidDataException">No row has the usage, or nothing is kept aside.</exception>
    public static FaceImageSet KeptAside(FaceImageSet set, string name, SplitOptions split)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(split);
        var learned = set.Take(Learned(set, name, split.Usage));
        var rows = HoldoutSplit.Create(learned, DuplicateGroups.Find(learned), HoldoutOf(split)).Holdout;
        return rows.Length > 0 ? learned.Take(rows) : throw new InvalidDataException($"{name} has too few pictures for a part to be kept aside.");
    }

    /// <summary>A text that is another when a picture, a label or the split is another.</summary>
    internal string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Set.Pixels);
        hash.AppendData(Set.Labels);
        hash.AppendData(Set.Votes ?? []);
        hash.AppendData(MemoryMarshal.AsBytes<float>(Set.Vad));
        hash.AppendData(BitConverter.GetBytes(Rows.Length));
        hash.AppendData(MemoryMarshal.AsBytes<int>(Rows));
        hash.AppendData(MemoryMarshal.AsBytes<int>(Holdout));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }

    private static EmotionData Split(FaceImageSet set, EmotionTrainingOptions options)
    {
        if (options.Split.HoldoutShare == 0) return new(set, set.RowsOf(null), []);
        var split = HoldoutSplit.Create(set, DuplicateGroups.Find(set), HoldoutOf(options.Split));
        return new(set, split.Training, split.Holdout);
    }

    private static HoldoutOptions HoldoutOf(SplitOptions split) => new() { Usage = null, Share = split.HoldoutShare, Seed = split.Seed, ReportCopiesOf = null };

    // Rows of other usages are left out for good, so that no test row can be learned from by mistake.
    private static (FaceImageSet Set, int[] Rows, int[] Validation) ReadSets(EmotionTrainingOptions options)
    {
        List<FaceImageSet> sets = [];
        List<int> rows = [], kept = [];
        foreach (var source in options.Sources)
        {
            var set = FaceData.Read(source, options.Training.RunFolder);
            var learned = Learned(set, source.Path, options.Split.Usage);
            HashSet<int> aside = options.Split.ValidateOn is { } usage && set.HasUsage(usage) ? [.. set.RowsOf(usage)] : [];
            if (learned.Any(aside.Contains)) throw new InvalidDataException($"A model cannot be chosen by the rows it learns from, those of the usage \"{options.Split.ValidateOn}\" of {source.Path}. Name another usage with --validate-on.");
            int[] used = [.. learned.Concat(aside).Order()];
            var start = sets.Sum(s => s.Count);
            foreach (var (i, row) in used.Index()) (aside.Contains(row) ? kept : rows).Add(start + i);
            sets.Add(set.Take(used));
        }

        if (options.Split.ValidateOn is { } wanted && kept.Count == 0)
            throw new InvalidDataException($"No row has the usage \"{wanted}\" to choose by. Leave --validate-on out to keep a tenth aside.");
        return (FaceImageSet.Concat(sets), [.. rows], [.. kept]);
    }

    private static int[] Learned(FaceImageSet set, string name, string? usage)
    {
        const string training = "Training";
        if (usage is null && (set.HasUsage(training) || set.UsageNames.All(n => n.Length == 0))) return set.RowsOf(set.HasUsage(training) ? training : null);
        if (usage is not null && set.HasUsage(usage)) return set.RowsOf(usage);
        throw new InvalidDataException($"{name} has no rows of the usage \"{usage ?? training}\"; there are: {string.Join(", ", set.UsageNames)}. Choose one with --usage.");
    }
}
