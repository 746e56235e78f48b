using MoodDeck.Vision.Faces;

namespace MoodDeck.Training.Detection;

/// <summary>What a detector found on a labelled picture.</summary>
/// <param name="Source">Where the picture comes from.</param>
/// <param name="Faces">The faces it shows.</param>
/// <param name="Found">What was found, in any order.</param>
public sealed record DetectionResult(string Source, IReadOnlyList<FaceBox> Faces, IReadOnlyList<DetectedFace> Found);
