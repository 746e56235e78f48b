namespace MoodDeck.Vision.Faces;

/// <summary>A face that was found.</summary>
/// <param name="Box">Where.</param>
/// <param name="Score">How surely it is a face, in [0, 1].</param>
public readonly record struct DetectedFace(FaceBox Box, double Score);
