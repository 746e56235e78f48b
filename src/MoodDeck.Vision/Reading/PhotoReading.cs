using MoodDeck.Core.Mood;

namespace MoodDeck.Vision.Reading;

/// <summary>What a picture says.</summary>
/// <param name="Width">Width in pixels, as displayed.</param>
/// <param name="Height">Height in pixels, as displayed.</param>
/// <param name="Faces">Its faces, surest first; may be empty.</param>
/// <param name="Mood">What all faces say together, see <see cref="FaceCrowd"/>; null when there are none.</param>
/// <param name="Times">How long it took.</param>
public sealed record PhotoReading(int Width, int Height, IReadOnlyList<FaceReading> Faces, MoodEstimate? Mood, StageTimes Times);
