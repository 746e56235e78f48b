using MoodDeck.Core.Mood;

namespace MoodDeck.Vision.Reading;

/// <summary>
/// The mood of several faces: a mixture of their Gaussians, each weighted by its area times its quality, matched in mean
/// and covariance. People who disagree make a wide mood, not an average nobody feels.
/// </summary>
public static class FaceCrowd
{
    // A face too poor to weigh anything still says more than no face.
    private const double LeastQuality = 0.01;

    /// <summary>The common mood; null for no faces.</summary>
    public static VadGaussian? MoodOf(IReadOnlyList<FaceReading> faces)
    {
        ArgumentNullException.ThrowIfNull(faces);
        if (faces.Count == 0) return null;
        var weights = faces.Select(f => f.Box.Area * Math.Max(LeastQuality, f.Quality.Overall)).ToArray();
        var total = weights.Sum();
        var mean = Vad.Neutral;
        for (var i = 0; i < faces.Count; i++) mean += weights[i] / total * faces[i].Vad.Mean;
        VadCovariance covariance = default;
        for (var i = 0; i < faces.Count; i++)
            covariance += weights[i] / total * (faces[i].Vad.Covariance + VadCovariance.Outer(faces[i].Vad.Mean - mean));
        return new(mean, covariance);
    }
}
