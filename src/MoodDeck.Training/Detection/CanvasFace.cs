using MoodDeck.Vision.Faces;

namespace MoodDeck.Training.Detection;

/// <summary>A face on a training picture.</summary>
/// <param name="Box">Where it is, in pixels of the canvas.</param>
/// <param name="Ignore">
/// True for a face too small or too much cut off to be learnt: around it the detector is neither rewarded nor punished.
/// </param>
public readonly record struct CanvasFace(FaceBox Box, bool Ignore);
