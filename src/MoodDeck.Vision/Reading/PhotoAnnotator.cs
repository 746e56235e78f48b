using System.Globalization;
using MoodDeck.Vision.Imaging;
using MoodDeck.Vision.Imaging.Drawing;

namespace MoodDeck.Vision.Reading;

/// <summary>Draws a reading on its picture: a frame around each face, its expression and the share above it.</summary>
public static class PhotoAnnotator
{
    private static readonly Rgb s_ink = new(20, 20, 20);
    private static readonly Rgb s_frame = new(255, 200, 60);

    /// <summary>Draws on the picture itself.</summary>
    /// <param name="image">The picture, as displayed.</param>
    /// <param name="faces">What was read from it.</param>
    public static void Annotate(Image image, IReadOnlyList<FaceReading> faces)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(faces);
        // Lines and letters stay as visible on a large photo as on a small one.
        var scale = Math.Max(1, Math.Max(image.Width, image.Height) / 500);
        foreach (var face in faces)
        {
            image.DrawRectangle(face.Box, 2 * scale, s_frame);
            var text = string.Create(CultureInfo.InvariantCulture, $"{face.Dominant} {100 * face.Confidence:0}%");
            var (width, height) = ImageDrawing.MeasureLabel(text, scale);
            var x = Math.Clamp((int)Math.Round(face.Box.X), 0, Math.Max(0, image.Width - width));
            var above = (int)Math.Round(face.Box.Y) - height;
            image.DrawLabel(text, x, above >= 0 ? above : (int)Math.Round(face.Box.Y), scale, s_ink, s_frame);
        }
    }
}
