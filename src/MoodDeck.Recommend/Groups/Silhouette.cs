namespace MoodDeck.Recommend.Groups;

/// <summary>How well points lie in their groups (Rousseeuw 1987).</summary>
internal static class Silhouette
{
    /// <summary>
    /// The mean over all points of (b - a) / max(a, b), a being the mean distance to the others of the own group, b that to the
    /// nearest other group; -1 to 1. A point alone in its group counts 0.
    /// </summary>
    public static double Mean(IReadOnlyList<float[]> points, IReadOnlyList<int> groups, int count)
    {
        if (points.Count == 0) return 0;
        var sizes = new int[count];
        foreach (var group in groups) sizes[group]++;
        var sum = 0.0;
        var distances = new double[count];
        for (var i = 0; i < points.Count; i++)
        {
            if (sizes[groups[i]] < 2) continue;
            Array.Clear(distances);
            for (var j = 0; j < points.Count; j++) distances[groups[j]] += Math.Sqrt(GroupSpace.Squared(points[i], points[j]));
            var own = distances[groups[i]] / (sizes[groups[i]] - 1);
            var other = Enumerable.Range(0, count).Where(g => g != groups[i] && sizes[g] > 0).Select(g => distances[g] / sizes[g]).DefaultIfEmpty(own).Min();
            if (Math.Max(own, other) > 0) sum += (other - own) / Math.Max(own, other);
        }

        return sum / points.Count;
    }
}
