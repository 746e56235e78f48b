using MoodDeck.Vision.Faces;

namespace MoodDeck.Training.Detection;

/// <summary>
/// What became of every detection over a set of pictures, so that recall and precision are known at any threshold. On each
/// picture the surest detection chooses first: it takes the free face it overlaps most, if by an IoU of at least 0.5.
/// Faces under 20 px high are neither hits nor misses: what overlaps only them does not count either.
/// </summary>
public sealed class DetectionCurve
{
    /// <summary>Least overlap of a hit.</summary>
    public const double LeastIou = 0.5;

    /// <summary>Faces lower than this, in pixels, do not count.</summary>
    public const double LeastHeightPixels = 20;

    private readonly List<Outcome> _outcomes = [];
    private readonly Dictionary<string, int> _facesBySource = [];
    private readonly int _images;
    private readonly int _faces;
    private readonly int _faceFree;

    /// <summary>Matches the detections of all pictures.</summary>
    public DetectionCurve(IEnumerable<DetectionResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        foreach (var result in results)
        {
            var faces = result.Faces.Count(Counts);
            _images++;
            if (result.Faces.Count == 0) _faceFree++;
            _faces += faces;
            _facesBySource[result.Source] = _facesBySource.GetValueOrDefault(result.Source) + faces;
            Match(result);
        }

        _outcomes.Sort((a, b) => b.Score.CompareTo(a.Score));
    }

    /// <summary>The figures at a threshold.</summary>
    public DetectionReport At(double threshold)
    {
        var counted = _outcomes.TakeWhile(o => o.Score >= threshold).ToList();
        var sources = _facesBySource.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => new DetectionSourceReport(
            s.Key, s.Value, counted.Count(o => o.IsHit && o.Source == s.Key), counted.Count(o => !o.IsHit && o.Source == s.Key)));
        var hits = counted.Count(o => o.IsHit);
        return new DetectionReport(_images, _faces, threshold, hits, counted.Count - hits, AveragePrecision(), [.. sources])
        {
            FaceFreeImages = _faceFree, FaceFreeFalseAlarms = counted.Count(o => o.IsFaceFree),
        };
    }

    /// <summary>Recall and precision at every threshold that changes them, the highest first; at most 500 points, evenly taken.</summary>
    public IReadOnlyList<PrecisionRecallPoint> Points()
    {
        const int most = 500;
        List<PrecisionRecallPoint> points = [];
        var hits = 0;
        for (var i = 0; i < _outcomes.Count; i++)
        {
            if (_outcomes[i].IsHit) hits++;
            if (i + 1 < _outcomes.Count && _outcomes[i + 1].Score == _outcomes[i].Score) continue;
            points.Add(new(_outcomes[i].Score, hits / Math.Max(1.0, _faces), hits / (i + 1.0)));
        }

        var step = (points.Count + most - 1) / most;
        return step <= 1 ? points : [.. points.Where((_, i) => i % step == 0 || i == points.Count - 1)];
    }

    /// <summary>
    /// The threshold with the most recall among those that reach a precision; where none does, the one with the best
    /// precision; 0.5 when nothing was found.
    /// </summary>
    public double ThresholdForPrecision(double least)
    {
        var (threshold, best, hits) = (0.5, double.NegativeInfinity, 0);
        for (var i = 0; i < _outcomes.Count; i++)
        {
            if (_outcomes[i].IsHit) hits++;
            // Detections of one score stand or fall together.
            if (i + 1 < _outcomes.Count && _outcomes[i + 1].Score == _outcomes[i].Score) continue;
            var (recall, precision) = (hits / Math.Max(1.0, _faces), hits / (i + 1.0));
            var value = precision >= least ? 1 + recall : precision;
            if (value > best) (threshold, best) = (_outcomes[i].Score, value);
        }

        return threshold;
    }

    private static bool Counts(FaceBox face) => face.Height >= LeastHeightPixels;

    private void Match(DetectionResult result)
    {
        var taken = new bool[result.Faces.Count];
        foreach (var found in result.Found.OrderByDescending(f => f.Score))
        {
            var (best, overlap) = (-1, LeastIou);
            var smallOnly = false;
            for (var i = 0; i < taken.Length; i++)
            {
                var iou = FaceBox.IntersectionOverUnion(found.Box, result.Faces[i]);
                if (iou < LeastIou) continue;
                if (!Counts(result.Faces[i])) smallOnly = true;
                else if (!taken[i] && (best < 0 || iou > overlap)) (best, overlap) = (i, iou);
            }

            if (best >= 0) taken[best] = true;
            else if (smallOnly) continue;
            _outcomes.Add(new Outcome(found.Score, best >= 0, result.Source, result.Faces.Count == 0));
        }
    }

    // All-point interpolation (Everingham et al. 2010, PASCAL VOC): the best precision at this recall or more.
    private double AveragePrecision()
    {
        if (_faces == 0) return 0;
        var hits = _outcomes.Count(o => o.IsHit);
        double area = 0, best = 0;
        for (var i = _outcomes.Count - 1; i >= 0; i--)
        {
            best = Math.Max(best, hits / (i + 1.0));
            if (!_outcomes[i].IsHit) continue;
            area += best / _faces;
            hits--;
        }

        return area;
    }

    private readonly record struct Outcome(double Score, bool IsHit, string Source, bool IsFaceFree);
}
