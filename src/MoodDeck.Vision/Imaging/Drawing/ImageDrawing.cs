using MoodDeck.Vision.Faces;

namespace MoodDeck.Vision.Imaging.Drawing;

/// <summary>Rectangles and labels on a picture; what lies outside is cut off.</summary>
public static class ImageDrawing
{
    /// <summary>Paints a rectangle of whole pixels.</summary>
    public static void FillRectangle(this Image image, int x, int y, int width, int height, Rgb colour)
    {
        ArgumentNullException.ThrowIfNull(image);
        int left = Math.Clamp(x, 0, image.Width), right = Math.Clamp(x + width, left, image.Width);
        int top = Math.Clamp(y, 0, image.Height), bottom = Math.Clamp(y + height, top, image.Height);
        for (var row = top; row < bottom; row++)
            for (var column = left; column < right; column++) image[column, row] = colour;
    }

    /// <summary>Draws the outline of a box, growing inwards.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="box">The box; rounded to whole pixels.</param>
    /// <param name="thickness">Width of the line in pixels.</param>
    /// <param name="colour">Its colour.</param>
    public static void DrawRectangle(this Image image, FaceBox box, int thickness, Rgb colour)
    {
        int x = (int)Math.Round(box.X), y = (int)Math.Round(box.Y);
        int width = (int)Math.Round(box.Right) - x, height = (int)Math.Round(box.Bottom) - y;
        image.FillRectangle(x, y, width, thickness, colour);
        image.FillRectangle(x, y + height - thickness, width, thickness, colour);
        image.FillRectangle(x, y, thickness, height, colour);
        image.FillRectangle(x + width - thickness, y, thickness, height, colour);
    }

    /// <summary>The size, in pixels, of a label.</summary>
    public static (int Width, int Height) MeasureLabel(string text, int scale)
    {
        ArgumentNullException.ThrowIfNull(text);
        return (((text.Length * LabelFont.Advance) + 1) * scale, (LabelFont.GlyphHeight + 2) * scale);
    }

    /// <summary>Writes a label on a ground of its own.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="text">Letters, digits and a few signs.</param>
    /// <param name="x">Left edge of the ground.</param>
    /// <param name="y">Top edge of the ground.</param>
    /// <param name="scale">Pixels per dot of the font, at least 1.</param>
    /// <param name="ink">Colour of the letters.</param>
    /// <param name="ground">Colour behind them.</param>
    public static void DrawLabel(this Image image, string text, int x, int y, int scale, Rgb ink, Rgb ground)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        var (width, height) = MeasureLabel(text, scale);
        image.FillRectangle(x, y, width, height, ground);
        for (var i = 0; i < text.Length; i++)
        {
            var glyph = LabelFont.GlyphOf(text[i]);
            for (var dot = 0; dot < 8 * LabelFont.GlyphHeight; dot++)
            {
                if ((glyph >> dot & 1) == 0) continue;
                var column = (i * LabelFont.Advance) + 1 + (dot % 8);
                image.FillRectangle(x + (column * scale), y + (((dot / 8) + 1) * scale), scale, scale, ink);
            }
        }
    }
}
