using MoodDeck.Training.Data;
using MoodDeck.Vision.Faces;

namespace MoodDeck.Training.Detection;

/// <summary>What a detector found on every picture of a set.</summary>
/// <param name="Results">One per picture.</param>
/// <param name="MedianMilliseconds">Half the pictures took longer; decoding is not counted.</param>
public sealed record DetectionEvaluation(IReadOnlyList<DetectionResult> Results, double MedianMilliseconds)
{
    /// <summary>Runs a detector over a set.</summary>
    /// <param name="set">The pictures.</param>
    /// <param name="detector">The detector.</param>
    /// <param name="search">How hard it looks.</param>
    /// <param name="clock">Measures the time.</param>
    public static DetectionEvaluation Run(FaceDetectionSet set, IFaceDetector detector, FaceSearch search, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(detector);
        ArgumentNullException.ThrowIfNull(clock);
        var results = new List<DetectionResult>(set.Images.Count);
        var times = new List<double>(set.Images.Count);
        foreach (var image in set.Images)
        {
            var start = clock.GetTimestamp();
            var found = detector.Detect(image.Grey, search);
            times.Add(clock.GetElapsedTime(start).TotalMilliseconds);
            results.Add(new DetectionResult(image.Source, image.Faces, found));
        }

        times.Sort();
        return new DetectionEvaluation(results, times.Count == 0 ? 0 : (times[times.Count / 2] + times[(times.Count - 1) / 2]) / 2);
    }

    /// <summary>The figures at any threshold.</summary>
    public DetectionCurve Curve() => new(Results);
}
