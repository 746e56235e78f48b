namespace MoodDeck.Vision.Faces;

/// <summary>Makes one face of the many boxes that a detector puts around it.</summary>
public static class NonMaximumSuppression
{
    /// <summary>Bounds the quadratic work when a picture of noise fires everywhere.</summary>
    private const int MostCandidates = 2000;

    /// <summary>
    /// Greedy suppression: the surest box keeps its place and removes those that overlap it more than
    /// <paramref name="overlapLimit"/>. When <paramref name="average"/>, its edges become the score-weighted mean of its
    /// own and the removed ones' (as BlazeFace does, Bazarevsky et al. 2019), which steadies boxes from frame to frame.
    /// </summary>
    /// <param name="candidates">Boxes in any order.</param>
    /// <param name="overlapLimit">Intersection over union, in (0, 1).</param>
    /// <param name="average">Whether to average overlapping boxes.</param>
    /// <returns>The faces, surest first.</returns>
    public static IReadOnlyList<DetectedFace> Apply(IReadOnlyCollection<DetectedFace> candidates, double overlapLimit, bool average = true)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var sorted = candidates.OrderByDescending(f => f.Score).Take(MostCandidates).ToArray();
        var removed = new bool[sorted.Length];
        List<DetectedFace> faces = [];
        for (var i = 0; i < sorted.Length; i++)
        {
            if (removed[i]) continue;
            var (box, score) = sorted[i];
            double weight = score, x = score * box.X, y = score * box.Y, right = score * box.Right, bottom = score * box.Bottom;
            for (var j = i + 1; j < sorted.Length; j++)
            {
                if (removed[j]) continue;
                var (other, s) = sorted[j];
                if (FaceBox.IntersectionOverUnion(box, other) <= overlapLimit) continue;
                removed[j] = true;
                weight += s;
                (x, y, right, bottom) = (x + (s * other.X), y + (s * other.Y), right + (s * other.Right), bottom + (s * other.Bottom));
            }

            faces.Add(average ? new(new(x / weight, y / weight, (right - x) / weight, (bottom - y) / weight), score) : sorted[i]);
        }

        return faces;
    }
}
