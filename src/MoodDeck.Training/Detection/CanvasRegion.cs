using MoodDeck.Vision.Faces;

namespace MoodDeck.Training.Detection;

/// <summary>A rectangle of whole pixels on a canvas that a picture is drawn into.</summary>
internal readonly record struct CanvasRegion(int X, int Y, int Width, int Height)
{
    public FaceBox Box => new(X, Y, Width, Height);
}
