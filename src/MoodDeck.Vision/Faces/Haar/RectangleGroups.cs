namespace MoodDeck.Vision.Faces.Haar;

/// <summary>A rectangle in whole pixels.</summary>
internal readonly record struct Rectangle(int X, int Y, int Width, int Height);

/// <summary>Makes one rectangle of those that lie close together, as OpenCV's <c>groupRectangles</c> does.</summary>
internal static class RectangleGroups
{
    // Alike are rectangles whose edges differ by at most this share of their mean side.
    private const double Likeness = 0.2;

    // The quadratic work must stay bounded when a cascade fires everywhere.
    private const int MostRectangles = 4000;

    /// <summary>The mean of every group of at least <paramref name="least"/> rectangles, with how many there were.</summary>
    public static List<(Rectangle Mean, int Count)> Group(IReadOnlyList<Rectangle> rectangles, int least)
    {
        var count = Math.Min(rectangles.Count, MostRectangles);
        var group = Connect(rectangles, count);
        Dictionary<int, (long X, long Y, long Width, long Height, int Count)> sums = [];
        for (var i = 0; i < count; i++)
        {
            var (r, s) = (rectangles[i], sums.GetValueOrDefault(Root(group, i)));
            sums[Root(group, i)] = (s.X + r.X, s.Y + r.Y, s.Width + r.Width, s.Height + r.Height, s.Count + 1);
        }

        var means = sums.Values.Where(s => s.Count >= least).Select(s => (Mean: new Rectangle(Mean(s.X, s.Count), Mean(s.Y, s.Count), Mean(s.Width, s.Count), Mean(s.Height, s.Count)), s.Count)).ToArray();
        return [.. means.Where((inner, i) => !means.Where((outer, j) => j != i && Swallows(outer, inner)).Any())];
    }

    private static int[] Connect(IReadOnlyList<Rectangle> rectangles, int count)
    {
        var group = Enumerable.Range(0, count).ToArray();
        for (var i = 0; i < count; i++)
            for (var j = i + 1; j < count; j++)
                if (AreAlike(rectangles[i], rectangles[j])) group[Root(group, j)] = Root(group, i);
        return group;
    }

    private static int Root(int[] group, int i)
    {
        while (group[i] != i) i = group[i] = group[group[i]];
        return i;
    }

    private static bool AreAlike(Rectangle a, Rectangle b)
    {
        var reach = Likeness * (Math.Min(a.Width, b.Width) + Math.Min(a.Height, b.Height)) / 2;
        return Math.Abs(a.X - b.X) <= reach && Math.Abs(a.Y - b.Y) <= reach
            && Math.Abs(a.X + a.Width - b.X - b.Width) <= reach && Math.Abs(a.Y + a.Height - b.Y - b.Height) <= reach;
    }

    // A small group inside a larger one is part of it when it is weak itself or the larger one clearly stronger.
    private static bool Swallows((Rectangle Mean, int Count) outer, (Rectangle Mean, int Count) inner)
    {
        var (o, i) = (outer.Mean, inner.Mean);
        var (dx, dy) = (Round(o.Width * Likeness), Round(o.Height * Likeness));
        return i.X >= o.X - dx && i.Y >= o.Y - dy && i.X + i.Width <= o.X + o.Width + dx && i.Y + i.Height <= o.Y + o.Height + dy
            && (outer.Count > Math.Max(3, inner.Count) || inner.Count < 3);
    }

    private static int Mean(long sum, int count) => Round((double)sum / count);

    private static int Round(double value) => (int)Math.Round(value, MidpointRounding.ToEven);
}
