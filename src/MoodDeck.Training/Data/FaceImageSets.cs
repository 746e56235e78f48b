namespace MoodDeck.Training.Data;

/// <summary>Joins sets; see <see cref="FaceImageSet.Concat"/>.</summary>
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
