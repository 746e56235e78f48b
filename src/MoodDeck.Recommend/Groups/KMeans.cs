namespace MoodDeck.Recommend.Groups;

/// <summary>Weighted k-means (Lloyd 1982) from the starts of k-means++ (Arthur and Vassilvitskii 2007). The same seed gives the same groups.</summary>
internal static class KMeans
{
    private const int Starts = 4;
    private const int MostRounds = 60;

    /// <summary>The centres of <paramref name="count"/> groups, fewer where there are fewer different points; the best of a few starts.</summary>
    public static float[][] Fit(IReadOnlyList<float[]> points, IReadOnlyList<float> weights, int count, int seed)
    {
        var (best, least) = (Array.Empty<float[]>(), double.PositiveInfinity);
        for (var start = 0; start < Starts; start++)
        {
            var centres = Settle(points, weights, Begin(points, weights, count, new Random(seed + start)));
            var error = 0.0;
            for (var i = 0; i < points.Count; i++) error += weights[i] * GroupSpace.Squared(points[i], centres[Nearest(points[i], centres)]);
            if (error < least) (best, least) = (centres, error);
        }

        return best;
    }

    /// <summary>The group of a point.</summary>
    public static int Nearest(ReadOnlySpan<float> point, float[][] centres)
    {
        var (nearest, least) = (0, float.PositiveInfinity);
        for (var c = 0; c < centres.Length; c++)
        {
            var distance = GroupSpace.Squared(point, centres[c]);
            if (distance < least) (nearest, least) = (c, distance);
        }

        return nearest;
    }

    private static float[][] Begin(IReadOnlyList<float[]> points, IReadOnlyList<float> weights, int count, Random random)
    {
        var centres = new List<float[]>(count);
        var distances = new double[points.Count];
        Array.Fill(distances, 1);
        while (centres.Count < count)
        {
            var total = 0.0;
            for (var i = 0; i < points.Count; i++) total += weights[i] * distances[i];
            if (!(total > 0)) break; // every point is a centre already
            var drawn = random.NextDouble() * total;
            var pick = 0;
            while (pick < points.Count - 1 && (drawn -= weights[pick] * distances[pick]) >= 0) pick++;
            // What is not known of a centre lies in the middle, else it would be near to everything.
            centres.Add([.. points[pick].Select(x => float.IsNaN(x) ? 0 : x)]);
            for (var i = 0; i < points.Count; i++)
            {
                var squared = GroupSpace.Squared(points[i], points[pick]);
                distances[i] = centres.Count == 1 ? squared : Math.Min(distances[i], squared);
            }
        }

        return [.. centres];
    }

    private static float[][] Settle(IReadOnlyList<float[]> points, IReadOnlyList<float> weights, float[][] centres)
    {
        var groups = new int[points.Count];
        Array.Fill(groups, -1);
        for (var round = 0; round < MostRounds; round++)
        {
            var moved = false;
            for (var i = 0; i < points.Count; i++)
            {
                var group = Nearest(points[i], centres);
                moved |= group != groups[i];
                groups[i] = group;
            }

            if (!moved) break;
            centres = Means(points, weights, groups, centres);
        }

        return centres;
    }

    // Axis by axis over those of whom it is known.
    private static float[][] Means(IReadOnlyList<float[]> points, IReadOnlyList<float> weights, int[] groups, float[][] before)
    {
        var sums = new double[before.Length, GroupSpace.Axes, 2];
        for (var i = 0; i < points.Count; i++)
        {
            for (var axis = 0; axis < GroupSpace.Axes; axis++)
            {
                if (float.IsNaN(points[i][axis])) continue;
                sums[groups[i], axis, 0] += weights[i] * points[i][axis];
                sums[groups[i], axis, 1] += weights[i];
            }
        }

        return [.. before.Select((old, c) => sums[c, 0, 1] > 0
            ? Enumerable.Range(0, GroupSpace.Axes).Select(axis => sums[c, axis, 1] > 0 ? (float)(sums[c, axis, 0] / sums[c, axis, 1]) : 0).ToArray()
            : old)];
    }
}
