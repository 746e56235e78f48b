using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Reading;

namespace MoodDeck.Server.Contracts;

/// <summary>One face of a picture.</summary>
/// <param name="Box">Where it is.</param>
/// <param name="Score">How surely it is a face, 0 to 1.</param>
/// <param name="Quality">How well it can be read, 0 to 1.</param>
/// <param name="Emotions">The eight probabilities.</param>
/// <param name="Dominant">The top expression, or <c>unsure</c>.</param>
/// <param name="Confidence">The top probability.</param>
/// <param name="Vad">The mood these probabilities speak of.</param>
public record FaceAnswer(
    BoxAnswer Box, double Score, double Quality, EmotionsAnswer Emotions, string Dominant, double Confidence, VadAnswer Vad)
{
    /// <summary>The reading as it is answered.</summary>
    public static FaceAnswer Of(FaceReading face)
    {
        ArgumentNullException.ThrowIfNull(face);
        return new(
            BoxAnswer.Of(face.Box), Rounded.Value(face.Score), Rounded.Value(face.Quality.Overall), EmotionsAnswer.Of(face.Emotions),
            face.Dominant, Rounded.Value(face.Confidence), VadAnswer.Of(face.Vad.Mean));
    }
}

/// <summary>A box in pixels of the picture as displayed.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public sealed record BoxAnswer(double X, double Y, double Width, double Height)
{
    /// <summary>The box, to a tenth of a pixel.</summary>
    public static BoxAnswer Of(FaceBox box) =>
        new(Math.Round(box.X, 1), Math.Round(box.Y, 1), Math.Round(box.Width, 1), Math.Round(box.Height, 1));
}
