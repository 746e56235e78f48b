using MoodDeck.Core.Mood;
using MoodDeck.Vision.Expressions;
using MoodDeck.Vision.Reading;

namespace MoodDeck.Vision.Personal;

/// <summary>Photos of a listener.</summary>
public static class PersonalPhoto
{
    /// <summary>A reading of a photo whose largest face is the listener's; the mood is that of all faces as they are understood now.</summary>
    /// <param name="face">What is known of the listener's face.</param>
    /// <param name="reading">What was read.</param>
    /// <param name="rule">The classifier's <see cref="IEmotionClassifier.Unsure"/>.</param>
    /// <param name="at">When it was read.</param>
    public static PhotoReading Adjust(this PersonalFace face, PhotoReading reading, UnsureRule rule, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(face);
        ArgumentNullException.ThrowIfNull(reading);
        if (reading.Faces.Count == 0) return reading;
        var own = reading.Faces.MaxBy(f => f.Box.Area)!;
        IReadOnlyList<FaceReading> faces = [.. reading.Faces.Select(f => ReferenceEquals(f, own) ? new(f.Box, f.Score, f.Quality, face.Adjust(f.Prediction, rule)) : f)];
        return reading with { Faces = faces, Mood = FaceCrowd.MoodOf(faces) is { } mood ? MoodEstimate.Of(mood, at) : null };
    }
}
