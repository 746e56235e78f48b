using MoodDeck.Training.Data;
using MoodDeck.Training.Scenes;
using MoodDeck.Vision.Faces;

namespace MoodDeck.Training.Faces;

/// <summary>Camera frames with one enlarged face square each (<see cref="PastedFace"/>) as pictures with boxes to judge by.</summary>
public static class SquareFrames
{
    private const int Most = 240;

    /// <summary>One frame for each square, at most 240, evenly taken; the same squares give the same frames.</summary>
    public static FaceDetectionSet Draw(IReadOnlyList<DetectionImage> squares)
    {
        ArgumentNullException.ThrowIfNull(squares);
        var step = Math.Max(1, (squares.Count + Most - 1) / Most);
        return new([.. Enumerable.Range(0, (squares.Count + step - 1) / step).Select(i => Frame(squares[i * step], i))], []);
    }

    private static DetectionImage Frame(DetectionImage square, int number)
    {
        var (frame, place) = PastedFace.Compose(square.Grey, number);
        FaceBox[] faces = [.. square.Faces.Select(f => f.ScaledBy(place.Width / square.Grey.Width)).Select(f => f with { X = f.X + place.X, Y = f.Y + place.Y })];
        return new(square.Name, square.Source, frame, faces);
    }
}
