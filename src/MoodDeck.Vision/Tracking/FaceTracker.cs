using MoodDeck.Vision.Faces;

namespace MoodDeck.Vision.Tracking;

/// <summary>
/// Follows faces from frame to frame, so that each keeps its number and its box does not tremble. Faces are matched with
/// where they were expected at the least total cost, short gaps are bridged, and a new face counts only once it was seen a
/// few times. A face that comes back where it was shortly before is the same one. One for each camera; not safe for concurrent use.
/// </summary>
public sealed class FaceTracker
{
    // Farther off than this, in face sizes, it is another face, however alone.
    private const double FarthestSizes = 1;
    private const double LargestSizeRatio = 2;

    // A pair costs 1 - IoU plus half the distance in face sizes, so that nearness still counts without any overlap.
    private const double DistanceWeight = 0.5;
    private const double ForbiddenCost = 1000;
    private const double UnmatchedCost = 2;

    private readonly FaceTrackerOptions _options;
    private readonly List<FaceTrack> _tracks = [];
    private readonly MainFace _main;
    private DateTimeOffset? _at;
    private int _lastId;

    /// <summary>A tracker that has seen nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public FaceTracker(FaceTrackerOptions? options = null)
    {
        _options = options ?? new();
        _options.Validate();
        _main = new(_options);
    }

    /// <summary>Takes in what was found in the next frame.</summary>
    /// <param name="found">The faces found in it, surest first.</param>
    /// <param name="at">When it was taken. One from before the last frame counts as taken with it.</param>
    /// <returns>The faces that count, the main one first.</returns>
    public IReadOnlyList<TrackedFace> Update(IReadOnlyList<DetectedFace> found, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(found);
        if (at < _at) at = _at.Value;
        var afresh = _at is not { } last || (at - last).TotalSeconds >= _options.PauseSeconds;
        _at = at;
        if (afresh) _tracks.Clear();
        Match([.. found.Take(_options.MostFaces)], at, afresh);
        _tracks.RemoveAll(t => t.IsGone(at));
        var counting = _tracks.FindAll(t => t.IsShownAt(at));
        _main.Choose(counting, at);
        return [.. counting.OrderByDescending(t => t.Id == _main.Id).ThenBy(t => t.Id)
            .Select(t => new TrackedFace(t.Id, t.Box, t.Score, t.Speed, t.Id == _main.Id, t.IsSeen))];
    }

    private void Match(DetectedFace[] found, DateTimeOffset at, bool afresh)
    {
        var expected = _tracks.ConvertAll(t => t.ExpectedAt(at));
        // A column of its own for each face that goes unmatched.
        var cost = new double[_tracks.Count, found.Length + _tracks.Count];
        for (var t = 0; t < _tracks.Count; t++)
            for (var f = 0; f < cost.GetLength(1); f++) cost[t, f] = f < found.Length ? CostOf(expected[t], found[f].Box) : UnmatchedCost;

        var taken = new bool[found.Length];
        var columns = Assignment.Solve(cost);
        for (var t = 0; t < columns.Length; t++)
        {
            var f = columns[t];
            if (f < found.Length && cost[t, f] < ForbiddenCost)
            {
                taken[f] = true;
                _tracks[t].Found(found[f], at, afresh);
            }
            else
            {
                _tracks[t].Missed();
            }
        }

        for (var f = 0; f < found.Length; f++)
        {
            if (taken[f] || _tracks.Count >= 2 * _options.MostFaces) continue;
            FaceTrack born = new(++_lastId, _options);
            born.Found(found[f], at, afresh);
            _tracks.Add(born);
        }
    }

    private static double CostOf(FaceBox expected, FaceBox found)
    {
        double size = Math.Sqrt(expected.Area), foundSize = Math.Sqrt(found.Area);
        double dx = found.CentreX - expected.CentreX, dy = found.CentreY - expected.CentreY;
        var distance = Math.Sqrt((dx * dx) + (dy * dy)) / Math.Max(1, size);
        var ratio = Math.Max(size, foundSize) / Math.Max(1, Math.Min(size, foundSize));
        if (distance > FarthestSizes || ratio > LargestSizeRatio) return ForbiddenCost;
        return 1 - FaceBox.IntersectionOverUnion(expected, found) + (DistanceWeight * distance);
    }
}
