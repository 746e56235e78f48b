namespace MoodDeck.Core.Mood;

/// <summary>Which sense a reading came from.</summary>
public enum MoodSense
{
    /// <summary>A face in a camera frame or a photo.</summary>
    Face,
    /// <summary>A hand on the dial.</summary>
    Dial,
}

/// <summary>What one sense says at one instant.</summary>
/// <param name="Sense">Which sense.</param>
/// <param name="At">When it was observed.</param>
/// <param name="Vad">Mean and covariance of the mood.</param>
/// <param name="Emotions">The eight expression probabilities where a face said it, else null.</param>
public sealed record MoodReading(MoodSense Sense, DateTimeOffset At, VadGaussian Vad, EmotionScores? Emotions = null)
{
    /// <summary>The reading of a face.</summary>
    public static MoodReading OfFace(EmotionScores scores, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return new(MoodSense.Face, at, scores.ToVad(), scores);
    }

    /// <summary>The reading of a hand on the dial, which means what it says: a standard deviation of 0.05 per axis.</summary>
    public static MoodReading OfDial(Vad vad, DateTimeOffset at) =>
        new(MoodSense.Dial, at, new VadGaussian(vad.Clamp(), VadCovariance.Isotropic(0.05)));
}

/// <summary>What all readings say together over time.</summary>
/// <param name="At">The instant it holds for.</param>
/// <param name="Vad">Mean and covariance.</param>
/// <param name="Label">The nearest named mood, see <see cref="NamedMoods"/>.</param>
/// <param name="Confidence">0 (nothing known) to 1.</param>
public sealed record MoodEstimate(DateTimeOffset At, VadGaussian Vad, string Label, double Confidence)
{
    /// <summary>Labels a Gaussian.</summary>
    public static MoodEstimate Of(VadGaussian vad, DateTimeOffset at)
    {
        var clamped = vad with { Mean = vad.Mean.Clamp() };
        return new(at, clamped, NamedMoods.Nearest(clamped.Mean).Name, clamped.Confidence);
    }
}
