namespace MoodDeck.Training.Data;

/// <summary>Joins and cuts sets; see <see cref="FaceImageSet.Concat"/> and <see cref="FaceImageSet.Take"/>.</summary>
internal static class FaceImageSets
{
    public static FaceImageSet Concat(IReadOnlyList<FaceImageSet> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        if (sets.Count == 0) throw new ArgumentException("Expected at least one set.", nameof(sets));
        if (sets.Count == 1) return sets[0];
        var count = sets.Sum(s => (long)s.Count);
        if (count * FaceImageSet.ImageLength > Array.MaxLength) throw new ArgumentException($"Together the sets hold {count} pictures, more than fit in memory at once.", nameof(sets));
        var usageNames = sets.SelectMany(s => s.UsageNames).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (usageNames.Count > byte.MaxValue) throw new ArgumentException($"Together the sets have {usageNames.Count} usages, at most {byte.MaxValue} are kept apart.", nameof(sets));
        var bad = new BadRows();
        foreach (var set in sets) bad.AddAll(set.Bad);
        return new FaceImageSet
        {
            Pixels = Join(sets, s => s.Pixels),
            Labels = Join(sets, s => s.Labels),
            Usages = Join(sets, s => s.Usages.Select(u => (byte)IndexOf(usageNames, s.UsageNames[u])).ToArray()),
            UsageNames = usageNames,
            SourceRows = [.. Shifted(sets, s => s.SourceRowCount).SelectMany(s => s.Set.SourceRows.Select(row => row + s.Start))],
            SourceRowCount = sets.Sum(s => s.SourceRowCount),
            Bad = bad,
            Votes = sets.Any(s => s.Votes is not null) ? Join(sets, s => s.Votes ?? new byte[s.Count * FerPlus.VoteColumns]) : null,
            Vad = sets.Any(s => s.Vad is not null) ? Join(sets, s => s.Vad ?? UnknownVad(s.Count)) : null,
            Names = [.. sets.SelectMany(s => Enumerable.Range(0, s.Count).Select(s.NameOf))],
            Origins = [.. Shifted(sets, s => s.Count).SelectMany(s => s.Set.Origins.Select(o => o with { FirstRow = o.FirstRow + s.Start }))],
        };
    }

    public static FaceImageSet Take(FaceImageSet set, int[] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        for (var i = 1; i < rows.Length; i++)
            if (rows[i] <= rows[i - 1]) throw new ArgumentException("Expected rows in ascending order, each once.", nameof(rows));
        return new FaceImageSet
        {
            Pixels = Gather(set.Pixels, rows, FaceImageSet.ImageLength),
            Labels = Gather(set.Labels, rows, 1),
            Usages = Gather(set.Usages, rows, 1),
            UsageNames = set.UsageNames,
            SourceRows = Gather(set.SourceRows, rows, 1),
            SourceRowCount = set.SourceRowCount,
            Bad = set.Bad,
            Votes = set.Votes is null ? null : Gather(set.Votes, rows, FerPlus.VoteColumns),
            Vad = set.Vad is null ? null : Gather(set.Vad, rows, FaceImageSet.VadColumns),
            Names = set.Names is null ? null : Gather(set.Names, rows, 1),
            Origins = [.. set.Origins.Select(o => o with { FirstRow = rows.Count(r => r < o.FirstRow) })],
        };
    }

    private static T[] Gather<T>(T[] values, int[] rows, int columns)
    {
        var gathered = new T[rows.Length * columns];
        for (var i = 0; i < rows.Length; i++) values.AsSpan(rows[i] * columns, columns).CopyTo(gathered.AsSpan(i * columns));
        return gathered;
    }

    private static IEnumerable<(FaceImageSet Set, int Start)> Shifted(IEnumerable<FaceImageSet> sets, Func<FaceImageSet, int> length)
    {
        var start = 0;
        foreach (var set in sets)
        {
            yield return (set, start);
            start += length(set);
        }
    }

    private static T[] Join<T>(IReadOnlyList<FaceImageSet> sets, Func<FaceImageSet, T[]> part)
    {
        var parts = sets.Select(part).ToArray();
        var all = new T[parts.Sum(p => p.Length)];
        var start = 0;
        foreach (var p in parts)
        {
            p.CopyTo(all, start);
            start += p.Length;
        }

        return all;
    }

    private static float[] UnknownVad(int count)
    {
        var unknown = new float[count * FaceImageSet.VadColumns];
        Array.Fill(unknown, float.NaN);
        return unknown;
    }

    private static int IndexOf(List<string> names, string name) => names.FindIndex(n => n.Equals(name, StringComparison.OrdinalIgnoreCase));
}
